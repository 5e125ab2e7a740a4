package id.espm.signer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the benchmarks alive: everybody signs a tiny file once, and the proof accepts it. Nothing is timed in earnest. */
class BenchmarksTest {
    @TempDir
    Path folder;

    @Test
    void everyContenderSignsATinyFileAndIsProven() throws Exception {
        Path pdf = folder.resolve("tiny.pdf");
        Inputs.scan(pdf, 1, 2_000);
        Path pages = folder.resolve("pages.pdf");
        Inputs.manyPages(pages, 3);
        Path adk = folder.resolve("tiny.adk");
        Inputs.opaque(adk, 2_000);
        PairedRun run = new PairedRun(1, 0);
        ResultTable table = new ResultTable();
        try (BenchSigner signer = BenchSigner.create(folder)) {
            List<Contender> all = Contenders.all(signer);
            table.add("tiny PDF", run.measure(pdf, 1, Contenders.of(Kind.PDF, all), folder));
            table.add("three pages", run.measure(pages, 1, Contenders.of(Kind.PDF, all), folder));
            table.add("tiny ADK", run.measure(adk, 1, Contenders.of(Kind.ADK, all), folder));
        }

        assertThat(table.medians())
                .anyMatch(line -> line.startsWith("| limit |"))
                .anyMatch(line -> line.startsWith("| ours |"))
                .anyMatch(line -> line.startsWith("| PDFBox's example |"))
                .anyMatch(line -> line.startsWith("| EU DSS |"))
                .anyMatch(line -> line.startsWith("| BC's stream generator |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ForkedSigning.OURS_PDF, ForkedSigning.PDF_BOX})
    void aProcessOfItsOwnSignsToo(String who) throws Exception {
        Path pdf = folder.resolve("tiny.pdf");
        Inputs.scan(pdf, 1, 2_000);
        Path output = folder.resolve("signed");
        try (BenchSigner signer = BenchSigner.create(folder)) {
            assertThat(new Fork(who, pdf, output, signer.keyFile()).run(List.of()))
                    .isTrue();
        }
        Proof.requireSigned(who, Kind.PDF, output);
    }

    @Test
    void theRatioIsTakenWithinEachRound() {
        Map<String, double[]> noisy =
                Map.of(Contender.LIMIT, new double[] {1, 10, 100}, "ours", new double[] {2, 20, 200});
        ResultTable table = new ResultTable();
        table.add("PDF", noisy);

        assertThat(table.medians()).contains("| ours | 20.0 (2.00) |");
    }
}
