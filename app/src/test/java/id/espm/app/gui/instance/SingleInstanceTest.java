package id.espm.app.gui.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    private final BlockingQueue<List<Path>> handed = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void aSecondStartHandsItsFilesToTheFirst() throws Exception {
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            first.listen(handed::add);
            assertThat(SingleInstance.take(folder)).isEmpty();

            Path file = folder.resolve("Bündel 📄.asice");
            assertThat(HandOver.give(folder, List.of(file))).isTrue();
            assertThat(handed.poll(10, TimeUnit.SECONDS)).containsExactly(file.toAbsolutePath());
        }
    }

    @Test
    void aStartWithoutFilesAsksForTheWindowAlone() throws Exception {
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            first.listen(handed::add);

            assertThat(HandOver.give(folder, List.of())).isTrue();
            assertThat(handed.poll(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void onceItIsClosedTheNextOneIsTheFirst() throws Exception {
        SingleInstance first = SingleInstance.take(folder).orElseThrow();
        first.listen(handed::add);
        first.close();

        assertThat(HandOver.give(folder, List.of())).isFalse();
        try (SingleInstance second = SingleInstance.take(folder).orElseThrow()) {
            second.listen(handed::add);
            assertThat(HandOver.give(folder, List.of())).isTrue();
        }
    }

    @Test
    void anAddressThatACrashLeftBehindHindersNobody() throws Exception {
        Files.writeString(folder.resolve("window.address"), "1 " + "00".repeat(InstanceAddress.SECRET_BYTES));
        assertThat(HandOver.give(folder, List.of())).isFalse();

        Files.writeString(folder.resolve("window.address"), "half a l");
        assertThat(HandOver.give(folder, List.of())).isFalse();
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            first.listen(handed::add);
            assertThat(HandOver.give(folder, List.of())).isTrue();
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            first.listen(handed::add);
            int port = InstanceAddress.read(folder).orElseThrow().port();
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = stranger.getOutputStream();
                out.write(new byte[InstanceAddress.SECRET_BYTES]);
                out.write(new byte[] {0, 0, 0, 0});
                out.flush();
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(HandOver.give(folder, List.of())).isTrue();
            assertThat(handed).hasSize(1);
        }
    }

    @Test
    void onlyItsOwnerReadsTheSecret() throws IOException {
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            first.listen(handed::add);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("window.address"))))
                    .isEqualTo("rw-------");
            assertThat(Optional.of(folder.resolve("window.lock")))
                    .get()
                    .satisfies(lock -> assertThat(lock).exists());
        }
    }
}
