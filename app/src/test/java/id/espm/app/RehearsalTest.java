package id.espm.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    /** A call that fails ends it with an exception, so that coming to its end says that each call did its work. */
    @Test
    void everyCallDoesItsWorkAndNothingIsLeftBehind() throws Exception {
        Set<Path> before = left();

        Rehearsal.main(new String[0]);

        assertThat(left()).isEqualTo(before);
    }

    @Test
    void theShortCallsFindWhatTheWholePartLeft(@TempDir Path folder) throws Exception {
        Rehearsal.main(new String[] {"whole", folder.toString()});
        Rehearsal.main(new String[] {"sign", folder.toString()});

        assertThat(folder.resolve("out-sign")).isDirectoryContaining("glob:**/SPM-*.asice");
        assertThat(folder.resolve("out-sign")).isDirectoryContaining("glob:**/SURAT-*.asice");
    }

    private static Set<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("espm-rehearsal-"))
                    .collect(Collectors.toSet());
        }
    }
}
