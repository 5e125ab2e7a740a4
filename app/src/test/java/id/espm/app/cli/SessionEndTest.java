package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.CuttingLine;
import id.espm.sandbox.espm.EspmLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** eSPM ends its session after eight hours, whatever goes on then; both sides tell the time by the same clock. */
@ExtendWith(Practice.Extension.class)
class SessionEndTest {
    private static final Duration A_DAYS_WORK = Duration.ofHours(9);

    @TempDir
    Path home;

    private final PassingClock clock = new PassingClock();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private Practice practice;
    private Program program;
    private Parcels parcels;
    private RealEspm espm;
    private CuttingLine line;
    private Path folder;

    @BeforeEach
    void startEspm(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home).clock(clock);
        parcels = new Parcels(practice, home.resolve("kerja"));
        espm = RealEspm.start(
                practice, home.resolve("espm"), EspmLimits.builder().build(), clock);
        line = new CuttingLine(espm.address().getPort());
        line.onRequest(requests::add);
        folder = Files.createDirectory(home.resolve("kirim"));
    }

    @AfterEach
    void stopEspm() throws IOException {
        line.close();
        espm.close();
    }

    /** Who sends types the password. */
    private List<Object> typed() {
        return List.of("--url", line.address(), "--user", RealEspm.USER, "--trust", practice.trust());
    }

    private List<Object> byFile() {
        return RealEspm.options(practice, line.address(), home);
    }

    private Path arrives(String nomor, long bytes) throws IOException {
        return Files.move(parcels.rpd(nomor, bytes), folder.resolve(nomor + ".asice"));
    }

    private long logins() {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith("POST /api/v1/session "))
                    .count();
        }
    }

    /** The session ends when this is asked for the so-manieth time. */
    private void endsBefore(String start, int count) {
        int[] seen = {0};
        line.onRequest(request -> {
            requests.add(request);
            if (request.startsWith(start) && ++seen[0] == count) {
                clock.pass(A_DAYS_WORK);
            }
        });
    }

    private void allGoesNow(int bundles) {
        Program.Result result = new Program(home).clock(clock).run("submit", "--all", byFile());
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(espm.server().kppn().inbox()).hasSize(bundles);
    }

    private static List<String> statuses(Program.Result result) {
        return Documents.read("submit", result.out())
                .path("submissions")
                .valueStream()
                .map(one -> one.path("status").asString() + " "
                        + one.at("/error/code").asString())
                .toList();
    }

    @Nested
    class AWatch {
        private final CompletableFuture<Thread> watcher = new CompletableFuture<>();

        private CompletableFuture<Program.Result> watch(List<Object> account) {
            return CompletableFuture.supplyAsync(() -> {
                watcher.complete(Thread.currentThread());
                return program.run("submit", "--watch", folder, account, "--json");
            });
        }

        private void await(BooleanSupplier what) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!what.getAsBoolean()) {
                assertThat(System.nanoTime()).as("nothing came of it").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        private void awaitSent(int bundles) throws InterruptedException {
            await(() -> espm.server().kppn().inbox().size() >= bundles);
        }

        @Test
        void asksForThePasswordAgainAndGoesOn() throws Exception {
            program.typing(RealEspm.PASSWORD, RealEspm.PASSWORD);
            CompletableFuture<Program.Result> run = watch(typed());
            arrives("RPD-1", 1000);
            awaitSent(1);
            clock.pass(A_DAYS_WORK);
            await(() -> logins() == 2);
            arrives("RPD-2", 1000);
            awaitSent(2);
            watcher.join().interrupt();

            Program.Result result = run.get(1, TimeUnit.MINUTES);
            assertThat(result.exit()).as(result.err()).isEqualTo(130);
            assertThat(result.err()).containsOnlyOnce("Sesi eSPM sudah berakhir; masuk lagi.");
            assertThat(espm.server().kppn().inbox()).hasSize(2);
        }

        @Test
        void endsWhereNobodyTypesItAgain() throws Exception {
            program.typing(RealEspm.PASSWORD);
            CompletableFuture<Program.Result> run = watch(typed());
            arrives("RPD-1", 1000);
            awaitSent(1);
            clock.pass(A_DAYS_WORK);

            Program.Result result = run.get(1, TimeUnit.MINUTES);
            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err())
                    .contains("Sesi eSPM tidak dapat dibuka lagi: Sesi eSPM sudah berakhir. Jalankan lagi");
            assertThat(statuses(result)).containsExactly("SENT ");
            assertThat(logins()).isEqualTo(1);
        }

        @Test
        void leavesWhatWasOnItsWayToTheNextRun() throws Exception {
            program.typing(RealEspm.PASSWORD);
            endsBefore("PATCH", 2);
            Path bundle = arrives("RPD-1", 4 << 20);

            Program.Result result = watch(typed()).get(2, TimeUnit.MINUTES);

            assertThat(result.exit()).as(result.err()).isEqualTo(4);
            assertThat(result.err()).contains("Tidak terkirim: " + bundle, "Jalankan lagi");
            assertThat(statuses(result)).containsExactly("SENDING SESSION_EXPIRED");
            JsonNode kept = Documents.read(
                            "status",
                            program.run("status", "--offline", "--json").out())
                    .at("/submissions/0");
            assertThat(kept.at("/error/code").asString()).isEqualTo("SESSION_EXPIRED");
            allGoesNow(1);
        }

        @Test
        void outlivesALineThatIsDownWhenItsSessionEnds() throws Exception {
            CompletableFuture<Program.Result> run = watch(byFile());
            arrives("RPD-1", 1000);
            awaitSent(1);
            espm.server().startMaintenance(Duration.ofHours(12));
            clock.pass(A_DAYS_WORK);
            await(() -> logins() == 2);
            espm.server().endMaintenance();
            arrives("RPD-2", 1000);
            awaitSent(2);
            watcher.join().interrupt();

            Program.Result result = run.get(1, TimeUnit.MINUTES);
            assertThat(result.exit()).as(result.err()).isEqualTo(130);
            assertThat(result.err()).containsOnlyOnce("Coba lagi dalam");
        }

        @Test
        void endsAtAPasswordThatWasChangedMeanwhile() throws Exception {
            List<Object> account = byFile();
            CompletableFuture<Program.Result> run = watch(account);
            arrives("RPD-1", 1000);
            awaitSent(1);
            Files.writeString(home.resolve("sandi-espm.txt"), "yang-lama");
            clock.pass(A_DAYS_WORK);

            Program.Result result = run.get(1, TimeUnit.MINUTES);
            assertThat(result.err())
                    .contains("Sesi eSPM tidak dapat dibuka lagi: Nama pengguna atau kata sandi eSPM salah.");
            assertThat(statuses(result)).containsExactly("SENT ");
            assertThat(logins()).as("no account is locked by trying on").isEqualTo(2);
        }
    }

    @Nested
    class SeveralBundles {
        @Test
        void whatComesAfterTheEndWaitsForTheNextRunAndNobodyIsAskedTwice() throws Exception {
            program.typing(RealEspm.PASSWORD);
            endsBefore("POST /api/v1/submissions ", 2);
            List<Path> bundles = List.of(arrives("RPD-1", 1000), arrives("RPD-2", 1000), arrives("RPD-3", 1000));

            Program.Result result = program.run("submit", bundles, typed(), "--json");

            assertThat(result.exit()).as(result.err()).isEqualTo(1);
            assertThat(statuses(result)).containsExactly("SENT ", "QUEUED SESSION_EXPIRED", "QUEUED SESSION_EXPIRED");
            assertThat(result.err()).containsOnlyOnce("masuk lagi.\n");
            assertThat(logins()).isEqualTo(1);
            allGoesNow(3);
        }

        @Test
        void goOnAfterThePasswordWasTypedAgain() throws Exception {
            program.typing(RealEspm.PASSWORD, "salah", RealEspm.PASSWORD);
            endsBefore("POST /api/v1/submissions ", 2);
            List<Path> bundles = List.of(arrives("RPD-1", 1000), arrives("RPD-2", 1000), arrives("RPD-3", 1000));

            Program.Result result = program.run("submit", bundles, typed(), "--json");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(statuses(result)).containsExactly("SENT ", "SENT ", "SENT ");
            assertThat(logins()).isEqualTo(3);
            assertThat(espm.server().kppn().inbox()).hasSize(3);
        }
    }

    @Nested
    class AtTheTerminal {
        @Test
        void aPasswordThatWasMistypedMayBeTypedAgain() throws Exception {
            Program.Result result =
                    program.typing("salah", RealEspm.PASSWORD).run("submit", arrives("RPD-1", 1000), typed());

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).containsOnlyOnce("Nama pengguna atau kata sandi eSPM salah.");
        }

        @Test
        void threeWrongOnesAreEnough() throws Exception {
            Program.Result result =
                    program.typing("a", "b", "c", RealEspm.PASSWORD).run("submit", arrives("RPD-1", 1000), typed());

            assertThat(result.exit()).isEqualTo(4);
            assertThat(logins()).isEqualTo(3);
        }

        @Test
        void whoGivesUpIsToldThatItWasWrong() throws Exception {
            Program.Result result = program.typing("salah").run("submit", arrives("RPD-1", 1000), typed(), "--json");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(statuses(result)).containsExactly("QUEUED BAD_CREDENTIALS");
        }
    }
}
