package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.CuttingLine;
import id.espm.app.espm.submit.ReceiptFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code submit} is killed at random moments, and then called again. {@code -Despm.kills=50} tries it more often. */
@ExtendWith(Practice.Extension.class)
class KilledSubmitTest {
    private static final int KILLS = Integer.getInteger("espm.kills", 4);
    private static final long BYTES = Long.getLong("espm.megabytes", 6) << 20;
    private static final long SEED = Long.getLong("espm.seed", System.nanoTime());

    /** Session, profile, announcement, offset, the chunks, completion. */
    private static final int REQUESTS = 5 + Math.toIntExact(BYTES >> 20);

    private final Random random = new Random(SEED);
    private Practice practice;
    private Path bundle;

    @Test
    void theBundleIsSentOnceHoweverOftenTheProgramIsKilled(@TempDir Path home, Practice shared) throws Exception {
        practice = shared;
        bundle = new Parcels(practice, home.resolve("kerja")).rpd("RPD-1", BYTES);
        byte[] content = Files.readAllBytes(bundle);
        for (int trial = 1; trial <= KILLS; trial++) {
            Path folder = Files.createDirectory(home.resolve("coba-" + trial));
            try (RealEspm espm = RealEspm.start(practice, folder.resolve("espm"));
                    CuttingLine line = new CuttingLine(espm.address().getPort())) {
                String what = "trial %d, seed %d, %s".formatted(trial, SEED, runAndKill(folder, line));
                System.out.println(what);
                Process last = run(folder, line.address());
                assertThat(last.waitFor(3, TimeUnit.MINUTES)).as(what).isTrue();
                assertThat(last.exitValue())
                        .as(() -> what + read(folder.resolve("stderr.txt")))
                        .isZero();
                JsonNode sent = Documents.read("submit", Files.readString(folder.resolve("stdout.txt")))
                        .at("/submissions/0");
                assertThat(sent.path("status").asString()).as(what).isEqualTo("SENT");
                assertThat(espm.server().kppn().inbox()).as(what).hasSize(1);
                assertThat(espm.received(sent.path("id").asString(), folder.resolve("kppn")))
                        .as(what)
                        .isEqualTo(content);
                nothingIsLeftBehind(folder, what);
            }
        }
    }

    /** Kills it a little after a random request, or after its last one. */
    private String runAndKill(Path folder, CuttingLine line) throws Exception {
        int upTo = random.nextInt(REQUESTS + 1);
        CountDownLatch reached = new CountDownLatch(upTo);
        line.onRequest(request -> reached.countDown());
        Process process = run(folder, line.address());
        while (process.isAlive() && !reached.await(5, TimeUnit.MILLISECONDS)) {
            assertThat(process.isAlive() || process.exitValue() == 0).isTrue();
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(upTo == REQUESTS ? 900_000 : 60_000));
        boolean killed = process.isAlive();
        process.destroyForcibly();
        process.waitFor();
        line.onRequest(request -> {});
        return "%s after %d of %d requests".formatted(killed ? "killed" : "done", line.requests(), REQUESTS);
    }

    private Process run(Path folder, URI address) throws IOException {
        List<String> call = new ArrayList<>(List.of("submit", bundle.toString(), "--json"));
        RealEspm.options(practice, address, folder).forEach(option -> call.add(option.toString()));
        return ForkedProgram.builder(folder, call.toArray(String[]::new))
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .start();
    }

    private void nothingIsLeftBehind(Path folder, String what) throws Exception {
        ReceiptFiles receipt = ReceiptFiles.beside(bundle);
        assertThat(Batch.files(bundle.getParent()))
                .as(what)
                .containsExactlyInAnyOrder(bundle, receipt.receipt(), receipt.signature());
        Files.delete(receipt.receipt());
        Files.delete(receipt.signature());
        Program program = new Program(folder);
        assertThat(program.run("history", "verify").exit()).as(what).isZero();
        assertThat(Documents.read("history", program.run("history", "--json").out())
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString()))
                .as(what)
                .containsExactly("SENT");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
