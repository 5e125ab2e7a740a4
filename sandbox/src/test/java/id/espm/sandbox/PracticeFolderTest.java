package id.espm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeFolderTest {
    @TempDir
    Path dir;

    @Test
    void makesAnOfficialForEachJabatanAndEachDefect() throws IOException {
        PracticeFolder folder = PracticeFolder.init(dir);

        assertThat(folder.officials())
                .extracting(PracticeOfficial::name)
                .containsExactly(
                        "PPSPM",
                        "PPK",
                        "KPA",
                        "BENDAHARA",
                        "KEPALA_KANTOR",
                        "DJPB",
                        "EXPIRED",
                        "NOT_YET_VALID",
                        "REVOKED",
                        "WRONG_USAGE");
    }
}
