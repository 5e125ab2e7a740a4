package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest heap of a list with which ours signs a file, tried in processes of their own. */
final class HeapRun {
    private static final int[] MEBIBYTES = {6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512, 1024};

    private HeapRun() {}

    static List<String> measure(Path folder, Path keyFile, long adkSize) throws Exception {
        Path pdf = BenchCase.PDF_100M.input(folder);
        Path adk = sparse(folder.resolve("sparse.adk"), adkSize);
        return List.of(
                "| smallest heap (of " + MEBIBYTES.length + " tried) | -Xmx |",
                "|---|---:|",
                "| ours, 100 MB PDF | " + smallest(Kind.PDF, ForkedSigning.OURS_PDF, pdf, folder, keyFile) + " |",
                "| ours, ADK of " + adkSize / 1_000_000 + " MB | "
                        + smallest(Kind.ADK, ForkedSigning.OURS_ADK, adk, folder, keyFile) + " |");
    }

    private static String smallest(Kind kind, String who, Path input, Path folder, Path keyFile) throws Exception {
        Path output = folder.resolve("signed");
        Fork fork = new Fork(who, input, output, keyFile);
        try {
            for (int mebibytes : MEBIBYTES) {
                if (fork.run(List.of("-Xmx" + mebibytes + "m"))) {
                    Proof.requireSigned(who, kind, output);
                    return mebibytes + "m";
                }
            }
            return "more than " + MEBIBYTES[MEBIBYTES.length - 1] + "m";
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(input);
        }
    }

    /** A file of zeros that takes no room on the disk. */
    private static Path sparse(Path file, long size) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(size);
        }
        return file;
    }
}
