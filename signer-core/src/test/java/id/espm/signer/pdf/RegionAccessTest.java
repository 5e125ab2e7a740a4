package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionAccessTest {
    private static final int SIZE = 100_000;

    @TempDir
    Path folder;

    @Test
    void aFileThatIsReadInCirclesComesToAnEnd() throws Exception {
        try (RegionAccess access = RegionAccess.open(region(), new ReadBudget(SIZE, Duration.ZERO))) {
            assertThatIllegalStateException().isThrownBy(() -> {
                while (true) {
                    access.seek(0);
                    access.read(new byte[SIZE], 0, SIZE);
                }
            });
        }
    }

    @Test
    void aFileMayBeReadOftenWhileThereIsTime() throws Exception {
        try (RegionAccess access = RegionAccess.open(region(), new ReadBudget(SIZE, Duration.ofHours(1)))) {
            for (int i = 0; i < 1000; i++) {
                access.seek(0);
                assertThat(access.read(new byte[SIZE], 0, SIZE)).isEqualTo(SIZE);
            }
        }
    }

    private FileRegion region() throws IOException {
        return FileRegion.whole(Files.write(folder.resolve("x.pdf"), new byte[SIZE]));
    }
}
