package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import java.time.Duration;
import java.util.List;

/** DSS's verdicts become eSPM's: every official's signature intact, by the CA, and not revoked. */
final class SignatureCheck {
    private static final Duration RETRY = Duration.ofMinutes(1);

    private SignatureCheck() {}

    /**
     * Checks what was judged.
     *
     * @param officials the signatures that officials made; those that an attachment brought along are not among them
     */
    static void check(Judgement judgement, List<JudgedSignature> officials) throws Refusal {
        if (!judgement.unsigned().isEmpty()) {
            String document = entry(judgement.unsigned().getFirst());
            throw new Refusal(ProblemType.SIGNATURE_INVALID, "Dokumen belum ditandatangani secara elektronik.")
                    .with("document", document);
        }
        for (JudgedSignature signature : officials) {
            if (signature.revoked()) {
                throw revoked(signature);
            }
        }
        for (JudgedSignature signature : officials) {
            checkPassed(signature);
            checkForm(signature);
        }
        for (JudgedSignature signature : judgement.signatures()) {
            if (!signature.intact()) {
                throw invalid(signature, "Dokumen mengalami perubahan setelah ditandatangani.");
            }
        }
    }

    private static void checkPassed(JudgedSignature signature) throws Refusal {
        if (signature.passed()) {
            return;
        }
        if (signature.intact() && signature.revocationUnknown()) {
            throw new Refusal(
                            ProblemType.MAINTENANCE,
                            "Status pencabutan sertifikat belum dapat diperiksa. Silakan coba lagi nanti.")
                    .retryAfter(RETRY);
        }
        throw invalid(
                signature,
                signature.intact()
                        ? "Tanda tangan elektronik tidak dapat dipercaya: sertifikat tidak berlaku atau bukan dari penerbit yang"
                                + " diakui."
                        : "Dokumen mengalami perubahan setelah ditandatangani.");
    }

    private static void checkForm(JudgedSignature signature) throws Refusal {
        if (!signature.format().contains("BASELINE")) {
            throw invalid(signature, "Bentuk tanda tangan tidak memenuhi AdES baseline.");
        }
        // Long-term data are appended after the signature and are not covered by it (ETSI EN 319 142-1, 5.4).
        boolean mayGrow = signature.format().contains("-LT");
        if (signature.document().endsWith(ManifestCheck.SEAL) && !signature.coversWholeDocument() && !mayGrow) {
            throw invalid(signature, "Segel tidak mencakup seluruh paket.");
        }
    }

    private static Refusal revoked(JudgedSignature signature) {
        Refusal refusal = new Refusal(
                        ProblemType.CERTIFICATE_REVOKED,
                        "Sertifikat penandatangan telah dicabut. Dokumen harus ditandatangani dengan sertifikat yang berlaku.")
                .with("document", entry(signature.document()));
        signature.certificateSerial().map(s -> s.toString(16)).ifPresent(s -> refusal.with("serial", s));
        return refusal;
    }

    static Refusal invalid(JudgedSignature signature, String detail) {
        Refusal refusal = new Refusal(ProblemType.SIGNATURE_INVALID, detail)
                .with("document", entry(signature.document()))
                .with("indication", signature.indication());
        signature.subIndication().ifPresent(s -> refusal.with("subIndication", s));
        return refusal;
    }

    /** The part after the bundle's own name, which says nothing to the sender. */
    static String entry(String document) {
        return document.substring(document.indexOf('!') + 1);
    }
}
