package id.espm.app.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within one process; two processes stand in {@code BatchTroubleTest}. */
class RunLockTest {
    @TempDir
    Path home;

    @Test
    void aFolderIsForOneRunUntilThatEnds() throws Exception {
        Path locks = home.resolve("locks");
        Path output = home.resolve("out");
        try (RunLock first = RunLock.take(locks, output)) {
            first.sweep();
            assertThatThrownBy(() -> RunLock.take(locks, home.resolve("lain/../out")))
                    .isInstanceOfSatisfying(
                            SignerException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(new Problem.RunningAlready(output)));
            RunLock.take(locks, home.resolve("lain")).close();
            RunLock.none(output).close();
        }

        RunLock.take(locks, output).close();
        assertThat(output).doesNotExist();
    }

    @Test
    void whoHasNoLockSweepsNothing() throws Exception {
        Path part = Files.writeString(home.resolve(".SPM.asice.999999999-00000000.1.part"), "setengah");

        RunLock.none(home).sweep();

        assertThat(part).exists();
    }
}
