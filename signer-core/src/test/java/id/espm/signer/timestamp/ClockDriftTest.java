package id.espm.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.espm.signer.Caution.ClockDrift;
import id.espm.signer.DigestAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockDriftTest {
    private static final byte[] SHA256 = DigestAlgorithm.SHA256.newDigest().digest(new byte[] {1});
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final URI TSA = URI.create("http://tsa.example/");

    @Test
    void aClockThatGoesRightIsNotMentioned() throws Exception {
        try (TsaStub tsa = TsaStub.honest()) {
            assertThat(driftAfterStamping(Duration.ZERO, tsa)).isEmpty();
            assertThat(driftAfterStamping(Duration.ofSeconds(-100), tsa)).isEmpty();
            assertThat(driftAfterStamping(Duration.ofSeconds(100), tsa)).isEmpty();
        }
    }

    @Test
    void aClockThatIsAheadOrBehindIsTold() throws Exception {
        try (TsaStub tsa = TsaStub.honest()) {
            for (Duration off : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10), Duration.ofDays(-400))) {
                ClockDrift drift = driftAfterStamping(off, tsa).orElseThrow();

                assertThat(drift.ahead().minus(off).abs()).isLessThan(Duration.ofSeconds(5));
                assertThat(drift.source()).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void theToleranceIsASetting() throws Exception {
        try (TsaStub tsa = TsaStub.honest();
                HttpTimestampSource strict =
                        source(Duration.ofSeconds(30), clock(Duration.ofSeconds(100)), tsa.address())) {
            strict.stamp(DigestAlgorithm.SHA256, SHA256);
            assertThat(strict.drift()).isPresent();
        }
    }

    @Test
    void beforeAnythingWasHeardNothingIsSaid() throws Exception {
        try (TsaStub tsa = TsaStub.honest();
                HttpTimestampSource source = source(Duration.ofMinutes(2), clock(Duration.ofDays(9)), tsa.address())) {
            assertThat(source.drift()).isEmpty();
        }
    }

    @Test
    void whereThereIsNoTokenTheServersDateIsAHint() throws Exception {
        try (Refusing tsa = new Refusing(Duration.ofHours(-3));
                HttpTimestampSource source = source(Duration.ofMinutes(2), clock(Duration.ZERO), tsa.address())) {
            assertThat(catchThrowable(() -> source.stamp(DigestAlgorithm.SHA256, SHA256)))
                    .isNotNull();
            assertThat(source.drift().orElseThrow().ahead())
                    .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
        }
    }

    @Test
    void theTimeOfATokenOutweighsAnyDate() throws Exception {
        try (Refusing wrongDate = new Refusing(Duration.ofHours(-3));
                TsaStub honest = TsaStub.honest();
                HttpTimestampSource source =
                        source(Duration.ofMinutes(2), clock(Duration.ZERO), wrongDate.address(), honest.address())) {
            source.stamp(DigestAlgorithm.SHA256, SHA256);
            assertThat(source.drift()).isEmpty();
        }
    }

    @Test
    void halfOfTheRoundTripAndTheAccuracyAreAllowedFor() {
        ClockComparison comparison = new ClockComparison(Duration.ofMinutes(2));
        ClockComparison.Exchange slow = new ClockComparison.Exchange(TSA, NOON, NOON.plusSeconds(60));
        ClockComparison.Exchange quick = new ClockComparison.Exchange(TSA, NOON, NOON);

        assertThat(comparison.drift(slow, NOON.plusSeconds(30 + 149), Duration.ZERO))
                .isEmpty();
        assertThat(comparison.drift(slow, NOON.plusSeconds(30 + 151), Duration.ZERO))
                .contains(new ClockDrift(Duration.ofSeconds(-151), "tsa.example"));
        assertThat(comparison.drift(quick, NOON.minusSeconds(125), Duration.ofSeconds(5)))
                .isEmpty();
        assertThat(comparison.drift(quick, NOON.minusSeconds(126), Duration.ofSeconds(5)))
                .contains(new ClockDrift(Duration.ofSeconds(126), "tsa.example"));
    }

    @Test
    void aClockSetBackDuringTheExchangeBreaksNothing() {
        ClockComparison.Exchange backwards = new ClockComparison.Exchange(TSA, NOON, NOON.minusSeconds(5));

        assertThat(new ClockComparison(Duration.ofMinutes(2)).drift(backwards, NOON, Duration.ZERO))
                .isEmpty();
    }

    /** A server that refuses and tells another time; Java's own would tell the right one. */
    private static final class Refusing implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Thread thread;

        Refusing(Duration dateOff) throws IOException {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().plus(dateOff).atZone(ZoneOffset.UTC));
            String reply = "HTTP/1.1 404 No\r\nDate: " + date + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            thread = Thread.startVirtualThread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[1 << 14]);
                    socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/tsa");
        }

        @Override
        public void close() throws Exception {
            thread.join();
            server.close();
        }
    }

    private static Optional<ClockDrift> driftAfterStamping(Duration off, TsaStub tsa) throws Exception {
        try (HttpTimestampSource source = source(Duration.ofMinutes(2), clock(off), tsa.address())) {
            source.stamp(DigestAlgorithm.SHA256, SHA256);
            return source.drift();
        }
    }

    private static InstantSource clock(Duration off) {
        return () -> Instant.now().plus(off);
    }

    private static HttpTimestampSource source(Duration tolerance, InstantSource clock, URI... addresses) {
        TimestampSettings settings = TimestampSettings.builder(List.of(addresses))
                .driftTolerance(tolerance)
                .retries(RetryPlan.once())
                .build();
        return new HttpTimestampSource(settings, Optional.empty(), clock, Thread::sleep);
    }
}
