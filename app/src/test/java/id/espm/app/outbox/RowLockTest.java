package id.espm.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowLockTest {
    private static final OutboxRow ROW = new OutboxRow(
            new OutboxRow.Key(Sha256.of("bundel".getBytes(StandardCharsets.US_ASCII)), URI.create("http://127.0.0.1")),
            "operator",
            Path.of("SPM.asice"),
            6,
            new SubmissionDetails(new Submission.Content(Jenis.SPM, "527010", "082", 2026, List.of("00123A")), "1f2e"),
            new OutboxRow.Standing(
                    RowState.QUEUED,
                    Instant.EPOCH,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    @TempDir
    Path locks;

    /** Another program that takes the lock, says so, and holds it until its input ends. */
    public static void main(String[] args) throws IOException, EspmException {
        try (RowLock lock = RowLock.take(Path.of(args[0]), ROW)) {
            System.out.print("taken " + lock.key().sha256().hex().length());
            System.out.flush();
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        } catch (EspmException e) {
            System.out.print(e.problem());
        }
    }

    private Process other() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowLockTest.class.getName(),
                        locks.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private EspmProblem refused() {
        return catchThrowableOfType(EspmException.class, () -> RowLock.take(locks, ROW))
                .problem();
    }

    /** On POSIX systems a look at the lock from within the process would let go of it. */
    @Test
    void itHoldsWithinTheProcessAndAgainstOthersAfterwards() throws Exception {
        try (RowLock lock = RowLock.take(locks, ROW)) {
            assertThat(lock.key()).isEqualTo(ROW.key());
            assertThat(refused())
                    .isEqualTo(new EspmProblem.BeingSent(
                            ROW.bundle(), ProcessHandle.current().pid()));

            Process other = other();
            other.getOutputStream().close();
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(refused().toString());
        }
        RowLock.take(locks, ROW).close();
    }

    @Test
    void aProcessThatIsKilledLetsGo() throws Exception {
        Process other = other();
        assertThat(other.getInputStream().readNBytes(8)).asString().isEqualTo("taken 64");
        assertThat(refused()).isEqualTo(new EspmProblem.BeingSent(ROW.bundle(), other.pid()));
        other.destroyForcibly().waitFor();

        RowLock.take(locks, ROW).close();
    }
}
