package id.espm.signer;

import id.espm.signer.asic.AsicVerifier;
import id.espm.signer.bundle.BundleClaim;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.opinion.DssJudge;
import id.espm.signer.opinion.OpinionLimits;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One signed file by another project, as a line of its folder's {@code index.tsv} tells of it.
 *
 * @param kind     the class of files that it belongs to
 * @param expected what is to be found, in words
 */
record ForeignSample(Path file, String kind, String expected) {
    /** Files of one folder of the corpus. */
    static List<ForeignSample> in(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new ForeignSample(folder.resolve(cells[0]), cells[1], cells[2]))
                .toList();
    }

    /** What nobody trusts, as of now. */
    FileReport judge() throws IOException, SignerException {
        return judge(new VerificationSettings(TrustAnchors.none(), Instant.now()));
    }

    /**
     * With trust in every certificate that the signatures bring along, when the youngest signing certificate had just begun, so
     * that what is left to object to is the signature itself.
     */
    FileReport judgeTrusting() throws IOException, SignerException {
        return judge(trusting());
    }

    /** As {@link #judgeTrusting()}, with the second judge heard, as {@code verify} does. */
    FileReport judgeByBoth() throws IOException, SignerException {
        VerificationSettings trusting = trusting();
        return judge(
                trusting.hearing(new DssJudge(trusting.anchors(), OpinionLimits.usual(), Optional.empty(), false)));
    }

    private VerificationSettings trusting() throws IOException, SignerException {
        FileReport stranger = judge();
        return new VerificationSettings(new TrustAnchors(anchors(stranger)), time(stranger));
    }

    static Set<X509Certificate> anchors(FileReport report) {
        return report.signatures().stream()
                .flatMap(signature -> signature.bag().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Instant time(FileReport report) {
        return report.signatures().stream()
                .map(SignatureReport::certificate)
                .flatMap(certificate -> certificate.stream())
                .map(certificate -> certificate.getNotBefore().toInstant().plusSeconds(1))
                .max(Comparator.naturalOrder())
                .orElseGet(Instant::now);
    }

    /** Attacks whose makers and other programs do not agree whether they are any. */
    boolean isDisputed() {
        return expected.contains("DISPUTED");
    }

    boolean isPdf() {
        return file.toString().endsWith(".pdf");
    }

    boolean isZip() {
        String folder = file.getParent().getFileName().toString();
        return folder.equals("asice") || folder.equals("zip-bad");
    }

    /** VALID, INDETERMINATE, INVALID or UNSIGNED. */
    static String word(FileReport report) {
        if (!report.signed()) {
            return "UNSIGNED";
        }
        return switch (report.verdict()) {
            case Verdict.Valid valid -> "VALID";
            case Verdict.Indeterminate indeterminate -> "INDETERMINATE";
            case Verdict.Invalid invalid -> "INVALID";
        };
    }

    private FileReport judge(VerificationSettings settings) throws IOException, SignerException {
        if (isZip()) {
            return BundleClaim.isMadeBy(file)
                    ? new BundleVerifier(settings, Rules.builtIn())
                            .verify(file.toString(), file)
                            .report()
                    : new AsicVerifier(settings).verify(file.toString(), file);
        }
        if (isPdf()) {
            return new PdfFileVerifier(settings).verify(file.toString(), FileRegion.whole(file));
        }
        return new CmsFileVerifier(settings)
                .verifyEnveloping(file.toString(), FileRegion.whole(file), OutputStream.nullOutputStream());
    }
}
