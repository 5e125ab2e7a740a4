package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {
    @TempDir
    Path folder;

    @Test
    void remembersSizeAndHash() throws Exception {
        byte[] content = new byte[200_001];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("adk.zip"), content);

        assertThat(CheckedFile.of(file)).isEqualTo(new CheckedFile(file, content.length, Sha256.of(content)));
    }

    @Test
    void aFileThatAnotherProgramHoldsIsNotRead() throws Exception {
        Path file = Files.writeString(folder.resolve("adk.zip"), "isi");

        try (HoldingProcess other = HoldingProcess.of(file)) {
            assertThat(problem(file)).as("held by %s", other).isEqualTo(new Problem.FileInUse(file));
        }
        assertThat(CheckedFile.of(file).size()).isEqualTo(3);
    }

    @Test
    void severalThreadsMayReadTheSameFile() throws Exception {
        Path file = Files.write(folder.resolve("adk.zip"), new byte[3_000_000]);
        Callable<CheckedFile> read = () -> CheckedFile.of(file);

        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            for (Future<CheckedFile> one :
                    workers.invokeAll(Stream.generate(() -> read).limit(16).toList())) {
                assertThat(one.get().size()).isEqualTo(3_000_000);
            }
        }
    }

    @Test
    void aFolderAndAFileThatIsNotThereAreUnreadable() {
        assertThat(problem(folder)).isEqualTo(new Problem.FileUnreadable(folder));
        Path missing = folder.resolve("tidak-ada");
        assertThat(problem(missing)).isEqualTo(new Problem.FileUnreadable(missing));
    }

    private static Problem problem(Path file) {
        return catchThrowableOfType(SignerException.class, () -> CheckedFile.of(file))
                .problem();
    }
}
