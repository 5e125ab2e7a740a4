package id.espm.signer.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BoundedHttpTest {
    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 1 << 16);

    /** Whoever uses the library may keep the common pool busy, which has one thread on a small computer. */
    @Test
    void answersComeThoughTheCommonPoolIsBusy() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        int threads = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch busy = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                busy.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        busy.await();
        try (HereServer server = HereServer.start();
                BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.none())) {
            assertThat(http.post(server.address("127.0.0.1"), new byte[] {1}, Map.of())
                            .body())
                    .asString()
                    .isEqualTo(HereServer.ANSWER);
        } finally {
            end.countDown();
        }
    }
}
