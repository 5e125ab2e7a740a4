package id.espm.signer;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Revocation;
import id.espm.signer.verify.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prints the table of docs/verification.md: how each class of signed files by other projects is judged by {@code verify}, by
 * our own judge alone, by the EU's DSS alone, and by {@code pdfsig} or {@code openssl}. The first argument is the folder of the corpus.
 */
final class VerificationTable {
    private static final List<String> FOLDERS =
            List.of("pdf-attacks", "pdf-signed-valid", "cms-invalid", "cms-valid", "asice", "zip-bad");
    private static final List<String> WORDS = List.of("VALID", "INDETERMINATE", "INVALID", "UNSIGNED");

    private VerificationTable() {}

    /** How often each judge said what. */
    private static final class Row {
        private final Map<String, Integer> counts = new TreeMap<>();

        void count(String judge, String word) {
            counts.merge(judge + word, 1, Integer::sum);
        }

        String cells(String judge) {
            return counts.containsKey(judge)
                    ? ""
                    : String.join(
                            " / ",
                            WORDS.stream()
                                    .map(word -> String.valueOf(counts.getOrDefault(judge + word, 0)))
                                    .toList());
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path corpus = Path.of(arguments[0]);
        for (String folder : FOLDERS) {
            Map<String, Row> rows = new TreeMap<>();
            for (ForeignSample sample : ForeignSample.in(corpus.resolve(folder))) {
                Row row = rows.computeIfAbsent(sample.kind(), kind -> new Row());
                FileReport report = sample.judge();
                row.count("both", ForeignSample.word(sample.judgeByBoth()));
                row.count("first", ForeignSample.word(sample.judgeTrusting()));
                row.count("dss", dss(sample, report));
                row.count("other", other(sample));
            }
            rows.forEach((kind, row) -> System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    folder, kind, row.cells("both"), row.cells("first"), row.cells("dss"), row.cells("other")));
        }
        System.exit(0);
    }

    private static String dss(ForeignSample sample, FileReport report) throws IOException {
        if (sample.isZip()) {
            // This judge of the sandbox reads bundles of ours alone.
            return "";
        }
        List<X509Certificate> anchors = new ArrayList<>(ForeignSample.anchors(report));
        if (anchors.isEmpty()) {
            anchors.addAll(Officials.ca().anchors());
        }
        Clock clock = Clock.fixed(ForeignSample.time(report), ZoneOffset.UTC);
        List<JudgedSignature> signatures;
        try {
            signatures = new DssJudge(anchors, Revocation.NOT_REQUIRED, clock)
                    .judge(sample.file())
                    .signatures();
        } catch (RuntimeException e) {
            // What DSS stumbles over it does not read.
            return "UNSIGNED";
        }
        if (signatures.isEmpty()) {
            return "UNSIGNED";
        }
        if (signatures.stream().anyMatch(s -> s.indication().equals("TOTAL_FAILED"))) {
            return "INVALID";
        }
        boolean all = signatures.stream().allMatch(s -> s.indication().equals("TOTAL_PASSED"));
        return all ? "VALID" : "INDETERMINATE";
    }

    private static String other(ForeignSample sample) throws IOException, InterruptedException {
        if (sample.isZip()) {
            return "";
        }
        Optional<ForeignTool> tool = ForeignTool.find(sample.isPdf() ? "pdfsig" : "openssl");
        if (tool.isEmpty()) {
            return "";
        }
        Path folder = sample.file().toAbsolutePath().getParent();
        String file = sample.file().toAbsolutePath().toString();
        if (!sample.isPdf()) {
            int exit = tool.get()
                    .run(
                            folder,
                            "cms",
                            "-verify",
                            "-noverify",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            file,
                            "-out",
                            "/dev/null")
                    .exit();
            return exit == 0 ? "VALID" : "INVALID";
        }
        String output = tool.get().run(folder, "-nocert", file).output();
        if (!output.contains("Signature is") && !output.contains("Signature Validation")) {
            return "UNSIGNED";
        }
        int all = output.split("Signature Validation:", -1).length - 1;
        int valid = output.split("Signature is Valid\\.", -1).length - 1;
        boolean broken = output.contains("Signature is Invalid") || output.contains("Digest Mismatch");
        return all == valid ? "VALID" : broken ? "INVALID" : "INDETERMINATE";
    }
}
