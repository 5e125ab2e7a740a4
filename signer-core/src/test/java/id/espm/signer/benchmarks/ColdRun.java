package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A whole process from start to end, key file included: ours and a minimal signer on PDFBox take turns. */
final class ColdRun {
    private ColdRun() {}

    static List<String> measure(int rounds, Path input, Path output, Path keyFile) throws Exception {
        Fork ours = new Fork(ForkedSigning.OURS_PDF, input, output, keyFile);
        Fork pdfBox = new Fork(ForkedSigning.PDF_BOX, input, output, keyFile);
        double[] oursMs = new double[rounds];
        double[] pdfBoxMs = new double[rounds];
        milliseconds(ours);
        milliseconds(pdfBox);
        for (int i = 0; i < rounds; i++) {
            oursMs[i] = milliseconds(ours);
            pdfBoxMs[i] = milliseconds(pdfBox);
        }
        return List.of(
                "| whole process, 200 KB PDF | ms |",
                "|---|---:|",
                String.format(Locale.ROOT, "| ours, file checked | %.0f |", Statistics.median(oursMs)),
                String.format(Locale.ROOT, "| PDFBox's example | %.0f |", Statistics.median(pdfBoxMs)));
    }

    private static double milliseconds(Fork fork) throws Exception {
        long start = System.nanoTime();
        boolean done = fork.run(List.of());
        double ms = (System.nanoTime() - start) / 1e6;
        if (!done) {
            throw new IllegalStateException(fork.who() + " failed in a process of its own");
        }
        Proof.requireSigned(fork.who(), Kind.PDF, fork.output());
        return ms;
    }
}
