package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEntry;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch is killed at random moments, and then run to its end. {@code -Despm.kills=50 -Despm.packages=100} tries it as often as
 * the figure in docs/performance.md says; without them it is tried a few times.
 */
@ExtendWith(Practice.Extension.class)
class KilledBatchTest {
    private static final int KILLS = Integer.getInteger("espm.kills", 3);
    private static final int PACKAGES = Integer.getInteger("espm.packages", 12);
    private static final long SEED = Long.getLong("espm.seed", System.nanoTime());

    @TempDir
    Path home;

    private Practice practice;
    private Batch batch;
    private Path out;

    @BeforeEach
    void prepare(Practice shared) {
        practice = shared;
    }

    @Test
    void eachPackageIsSignedExactlyOnceHoweverOftenTheRunIsKilled() throws Exception {
        Random random = new Random(SEED);
        for (int trial = 1; trial <= KILLS; trial++) {
            Path folder = Files.createDirectory(home.resolve("trial-" + trial));
            batch = new Batch(practice, folder.resolve("paket")).spm(1, PACKAGES);
            out = folder.resolve("out");
            Map<String, String> inputs = Batch.contents(batch.inbox());

            int told = runAndKill(folder, random);
            int found = bundles().size();
            Process last = run(folder);
            assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();

            String what =
                    "trial %d, seed %d: killed when %d were told of and %d there".formatted(trial, SEED, told, found);
            System.out.println(what);
            assertThat(last.exitValue()).as(what).isZero();
            assertThat(found).as(what).isGreaterThanOrEqualTo(told);
            assertThat(nomorOfBundles()).as(what).isEqualTo(expected());
            assertThat(nomorInHistory(folder)).as(what).isEqualTo(expected());
            assertThat(Batch.contents(batch.inbox())).as(what).isEqualTo(inputs);
            assertThat(Batch.files(out))
                    .as(what)
                    .allMatch(file -> file.toString().endsWith(".asice"));
            assertThat(new Program(folder).run("history", "verify").exit())
                    .as(what)
                    .isZero();
        }
    }

    /** Kills the run at a random moment of its signing, and says how many packages it had told of as signed. */
    private int runAndKill(Path folder, Random random) throws Exception {
        Process process = run(folder);
        int upTo = random.nextInt(PACKAGES);
        while (process.isAlive() && told(folder) < upTo) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
        process.destroyForcibly();
        process.waitFor();
        return told(folder);
    }

    private static int told(Path folder) throws IOException {
        Path events = folder.resolve("events.jsonl");
        return Files.exists(events)
                ? (int) Files.readString(events)
                        .lines()
                        .filter(line -> line.startsWith("{\"event\":\"signed\"") && line.endsWith("}"))
                        .count()
                : 0;
    }

    private Process run(Path folder) throws IOException {
        List<String> call = new ArrayList<>(List.of("batch", batch.inbox().toString()));
        call.addAll(Batch.details());
        call.addAll(practice.key("PPSPM"));
        call.addAll(List.of("--trust", practice.trust(), "--out", out.toString(), "--jobs", "2", "--json-events"));
        return ForkedProgram.builder(folder, call.toArray(String[]::new))
                .redirectOutput(folder.resolve("events.jsonl").toFile())
                .start();
    }

    private List<Path> bundles() throws IOException {
        return Files.isDirectory(out)
                ? Batch.files(out).stream()
                        .filter(file -> file.toString().endsWith(".asice"))
                        .toList()
                : List.of();
    }

    private static Map<String, Integer> expected() {
        Map<String, Integer> expected = new TreeMap<>();
        IntStream.rangeClosed(1, PACKAGES).forEach(number -> expected.put("%05dA".formatted(number), 1));
        return expected;
    }

    /** How often each SPM is in a bundle; every bundle is whole and valid. */
    private Map<String, Integer> nomorOfBundles() throws Exception {
        Map<String, Integer> count = new TreeMap<>();
        VerificationSettings settings =
                new VerificationSettings(TrustAnchors.read(Path.of(practice.trust())), Instant.now());
        BundleVerifier verifier = new BundleVerifier(settings, Rules.builtIn());
        for (Path bundle : bundles()) {
            BundleReport report = verifier.verify(bundle.toString(), bundle);
            assertThat(report.report().verdict().isValid()).as("%s", bundle).isTrue();
            report.contents().orElseThrow().nomor().forEach(nomor -> count.merge(nomor, 1, Integer::sum));
        }
        return count;
    }

    /** How often each SPM was signed by the audit trail. */
    private static Map<String, Integer> nomorInHistory(Path folder) throws Exception {
        Map<String, Integer> count = new TreeMap<>();
        try (History history = History.open(new Program(folder).settings().resolve("history"))) {
            for (AuditEntry entry : history.entries(EntryFilter.builder().build())) {
                entry.event().subject().nomor().forEach(nomor -> count.merge(nomor, 1, Integer::sum));
            }
        }
        return count;
    }
}
