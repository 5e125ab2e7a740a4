package id.espm.signer.benchmarks;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.Judgement.Overall;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.benchmarks.BenchCase.Kind;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sees to it that nobody is fast by doing nothing. */
final class Proof {
    /** Above it our verifier, which streams, judges alone; DSS would want gigabytes. */
    private static final long DSS_LIMIT = 10_000_000;

    private Proof() {}

    /** @throws IllegalStateException if the output is not what the contender should have made of the input */
    static void require(Contender contender, Path input, Path output) throws IOException {
        if (!contender.signs()) {
            requireThat(Files.size(output) == Files.size(input) + Limit.SURPLUS, contender, "wrote another size");
            return;
        }
        requireSigned(contender.title(), contender.kind(), output);
        if (Files.size(output) <= DSS_LIMIT) {
            Judgement judgement =
                    DssJudge.withoutRevocation(Officials.ca().anchors()).judge(output);
            requireThat(judgement.overall() == Overall.VALID, contender, judgement.toString());
        }
    }

    static void requireSigned(String who, Kind kind, Path output) throws IOException {
        FileReport report = switch (kind) {
            case PDF -> new PdfFileVerifier(Officials.trusting()).verify(who, FileRegion.whole(output));
            case ADK -> enveloping(who, output);
        };
        if (!report.verdict().isValid() || report.signatures().size() != 1) {
            throw new IllegalStateException(who + " made no valid signature: " + report);
        }
    }

    private static FileReport enveloping(String name, Path output) throws IOException {
        return new CmsFileVerifier(Officials.trusting())
                .verifyEnveloping(name, FileRegion.whole(output), OutputStream.nullOutputStream());
    }

    private static void requireThat(boolean condition, Contender contender, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(contender.title() + ": " + otherwise);
        }
    }
}
