package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code batch --watch}: what arrives is signed until the session ends, by the program's own clock. */
@ExtendWith(Practice.Extension.class)
class WatchTest {
    @TempDir
    Path home;

    private final PassingClock clock = new PassingClock();
    private Practice practice;
    private Program program;
    private Batch batch;
    private Path out;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home).clock(clock);
        batch = new Batch(practice, home.resolve("paket"));
        out = Files.createDirectory(home.resolve("out"));
    }

    private CompletableFuture<Program.Result> watch(Object... more) {
        return CompletableFuture.supplyAsync(() -> program.run(
                "batch",
                batch.inbox(),
                Batch.details(),
                practice.key("PPSPM"),
                "--out",
                out,
                "--watch",
                List.of(more)));
    }

    private static void await(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("nothing came of it in a minute").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isSigned(int bundles) throws IOException {
        return Batch.files(out).stream()
                        .filter(file -> file.toString().endsWith(".asice"))
                        .count()
                >= bundles;
    }

    private boolean hasFailed() throws Exception {
        Path settings = program.settings().resolve("history");
        if (!Files.exists(settings.resolve("history.db"))) {
            return false;
        }
        try (History history = History.open(settings)) {
            return !history.failedIn(out).isEmpty();
        }
    }

    @Test
    void packagesAreSignedAsTheyArriveEachOnce() throws Exception {
        batch.spm(1);
        CompletableFuture<Program.Result> run = watch("--session", "1", "--json");
        await(() -> isSigned(1));
        Path half = batch.spm(2);
        Path pdf = half.resolve("00002A-spm.pdf");
        Path part = Files.move(pdf, half.resolve("00002A-spm.pdf.part"));
        batch.spm(3);
        await(() -> isSigned(2));
        assertThat(Batch.files(half)).contains(part);
        assertThat(hasFailed()).isFalse();
        Files.move(part, pdf);
        await(() -> isSigned(3));
        clock.pass(Duration.ofMinutes(2));

        Program.Result result = run.get(30, TimeUnit.SECONDS);
        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode document = Documents.read("sign", result.out());
        assertThat(document.path("packages")
                        .valueStream()
                        .map(paket -> paket.at("/spm/0").asString()))
                .containsExactly("00001A", "00003A", "00002A");
        assertThat(Batch.files(out)).hasSize(3);
    }

    @Test
    void whatFailsIsSignedAfterItIsMended() throws Exception {
        Path pdf = batch.spm(1).resolve("00001A-spm.pdf");
        byte[] whole = Files.readAllBytes(pdf);
        Files.writeString(pdf, "bukan PDF");
        CompletableFuture<Program.Result> run = watch("--json");
        await(this::hasFailed);
        Files.write(pdf, whole);
        await(() -> isSigned(1));
        clock.pass(Duration.ofMinutes(61));

        Program.Result result = run.get(30, TimeUnit.SECONDS);
        assertThat(result.exit()).as(result.err()).isEqualTo(1);
        assertThat(Documents.read("sign", result.out())
                        .path("packages")
                        .valueStream()
                        .map(paket -> paket.path("status").asString()))
                .containsExactly("failed", "signed");
        assertThat(Batch.files(out)).hasSize(1);
    }
}
