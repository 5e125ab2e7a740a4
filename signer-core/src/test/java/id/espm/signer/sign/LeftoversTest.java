package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final String TARGET = "SPM-527010-20261122-100000-00001A.asice";

    @TempDir
    Path folder;

    private long dead;

    @BeforeEach
    void letAProcessEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        dead = process.pid();
    }

    /** An unfinished bundle that this process would be writing, made that of another. */
    private Path unfinished(long pid) throws IOException {
        String own = TemporaryName.beside(folder.resolve(TARGET)).getFileName().toString();
        String its = own.replace("." + ProcessHandle.current().pid() + "-", "." + pid + "-");
        return Files.writeString(folder.resolve(its), "setengah");
    }

    @Test
    void whatADeadProcessWasWritingIsRemoved() throws IOException {
        Path file = unfinished(dead);

        assertThat(Leftovers.sweep(folder)).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatALivingProcessWritesStays() throws IOException {
        Path file = unfinished(ProcessHandle.current().pid());

        assertThat(Leftovers.sweep(folder)).isZero();
        assertThat(file).exists();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberByChanceIsAnother() throws IOException {
        Path file = unfinished(ProcessHandle.current().pid());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        assertThat(Leftovers.sweep(folder)).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatAnotherMachineWritesStays() throws IOException {
        Path ours = unfinished(dead);
        String name = ours.getFileName().toString();
        int machine = name.indexOf(dead + "-") + (dead + "-").length();
        String theirs = name.substring(0, machine)
                + "zzzzzzzz".replace('z', name.charAt(machine) == '0' ? '1' : '0')
                + name.substring(machine + 8);
        Path file = Files.move(ours, folder.resolve(theirs));

        assertThat(Leftovers.sweep(folder)).isZero();
        assertThat(file).exists();
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Path bundle = Files.writeString(folder.resolve(TARGET), "bundel");
        Path foreign = Files.writeString(folder.resolve(".unduhan.123.part"), "lain");

        assertThat(Leftovers.sweep(folder)).isZero();
        assertThat(bundle).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aFolderThatIsNotThereIsClean() throws IOException {
        assertThat(Leftovers.sweep(folder.resolve("tidak-ada"))).isZero();
    }
}
