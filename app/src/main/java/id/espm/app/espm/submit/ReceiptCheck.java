package id.espm.app.espm.submit;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem.ReceiptInvalid;
import id.espm.app.espm.EspmProblem.ReceiptInvalid.Reason;
import id.espm.app.espm.Submission;
import id.espm.app.espm.client.UncheckedReceipt;
import id.espm.app.espm.http.JsonFields;
import id.espm.signer.ByteSource;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Whether a receipt proves that eSPM accepted exactly this bundle. The signature comes first: nothing of the text counts without it. */
final class ReceiptCheck {
    private static final int SUCCESS = 200;

    private final TrustAnchors anchors;
    private final Clock clock;

    ReceiptCheck(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** What the receipt must speak of: the submission, our bundle, and what we announced. */
    record About(String id, Sha256 sha256, long size, Submission.Content announced) {}

    /** @throws EspmException {@link ReceiptInvalid} */
    CheckedReceipt check(UncheckedReceipt receipt, About about) throws EspmException {
        Submission.Content announced = about.announced();
        checkSignature(receipt);
        JsonFields fields = parse(receipt);
        try {
            require(fields.text("id").equals(about.id()), Reason.OTHER_SUBMISSION, "id");
            require(fields.text("sha256").equals(about.sha256().hex()), Reason.OTHER_BUNDLE, "sha256");
            require(fields.count("size") == about.size(), Reason.OTHER_BUNDLE, "size");
            require(fields.text("jenis").equals(announced.jenis().name()), Reason.OTHER_BUNDLE, "jenis");
            require(fields.text("satker").equals(announced.satker()), Reason.OTHER_BUNDLE, "satker");
            require(fields.text("kppn").equals(announced.kppn()), Reason.OTHER_BUNDLE, "kppn");
            require(fields.count("tahun") == announced.tahun(), Reason.OTHER_BUNDLE, "tahun");
            // The order of the numbers means nothing, and none stands there twice.
            boolean sameNomor = Set.copyOf(fields.texts("nomor")).equals(Set.copyOf(announced.nomor()));
            require(sameNomor, Reason.OTHER_BUNDLE, "nomor");
            require(fields.text("status").equals("SENT"), Reason.OTHER_SUBMISSION, "status");
            return new CheckedReceipt(about.id(), announced, fields.time("time"), receipt);
        } catch (EspmException e) {
            throw e.problem() instanceof ReceiptInvalid ? e : invalid(Reason.UNREADABLE, "");
        }
    }

    private void checkSignature(UncheckedReceipt receipt) throws EspmException {
        FileReport report = judge(receipt);
        Optional<X509Certificate> signer = signer(report);
        if (report.verdict() instanceof Verdict.Invalid wrong) {
            throw invalid(Reason.SIGNATURE_INVALID, wrong.reason().kind().name());
        }
        if (report.verdict() instanceof Verdict.Indeterminate unproven) {
            throw invalid(Reason.SIGNER_NOT_TRUSTED, unproven.reason().kind().name());
        }
        if (signer.isEmpty()) {
            throw invalid(Reason.SIGNATURE_INVALID, "");
        }
        // An official's certificate leads to the same root: it must not be able to make receipts.
        require(CertificateIdentity.of(signer.get()).nik().isEmpty(), Reason.SIGNED_BY_PERSON, "");
    }

    private FileReport judge(UncheckedReceipt receipt) {
        VerificationSettings settings = new VerificationSettings(anchors, clock.instant());
        try {
            return new CmsFileVerifier(settings)
                    .verifyDetached(
                            "receipt.json.p7s", ByteSource.of(receipt.signature()), ByteSource.of(receipt.json()));
        } catch (IOException e) {
            throw new UncheckedIOException("arrays can always be read", e);
        }
    }

    /** The one signer; a receipt has exactly one. */
    private static Optional<X509Certificate> signer(FileReport report) {
        return report.signatures().size() == 1
                ? report.signatures().stream()
                        .map(SignatureReport::certificate)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static JsonFields parse(UncheckedReceipt receipt) throws EspmException {
        try {
            return JsonFields.parse(receipt.json(), SUCCESS);
        } catch (EspmException e) {
            throw invalid(Reason.UNREADABLE, "");
        }
    }

    private static void require(boolean holds, Reason reason, String detail) throws EspmException {
        if (!holds) {
            throw invalid(reason, detail);
        }
    }

    private static EspmException invalid(Reason reason, String detail) {
        return new EspmException(new ReceiptInvalid(reason, detail));
    }
}
