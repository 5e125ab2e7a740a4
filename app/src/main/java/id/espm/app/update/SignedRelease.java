package id.espm.app.update;

import id.espm.app.update.UpdateProblem.KeyUnknown;
import id.espm.app.update.UpdateProblem.NotSigned;
import id.espm.app.update.UpdateProblem.SignatureInvalid;
import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.cms.CmsVerifier;
import id.espm.signer.key.PublicKeyPin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Takes a release file out of its signature; nothing of it is read before the signature holds and its key counts. */
final class SignedRelease {
    private SignedRelease() {}

    /**
     * Opens one.
     *
     * @param cms  SignedData around the content, DER
     * @param keys one of them must have signed, and nobody else
     * @throws UpdateException {@link NotSigned}, {@link SignatureInvalid}, {@link KeyUnknown},
     *     {@link UpdateProblem.NotARelease}
     */
    static PublishedRelease open(byte[] cms, Set<PublicKeyPin> keys) throws UpdateException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CmsReport report = verify(cms, content);
        if (report.flaw().isPresent()) {
            Finding flaw = report.flaw().get();
            throw new UpdateException(
                    flaw.kind() == Finding.Kind.NOT_SIGNED
                            ? new NotSigned()
                            : new SignatureInvalid(flaw.kind().name()));
        }
        if (report.signatures().size() != 1) {
            throw invalid(report.signatures().size() + " signers");
        }
        requireSigner(report.signatures().getFirst(), keys);
        return ReleaseJson.read(content.toByteArray());
    }

    private static CmsReport verify(byte[] cms, ByteArrayOutputStream content) {
        try {
            return new CmsVerifier().verifyEnveloping(new ByteArrayInputStream(cms), content);
        } catch (IOException e) {
            throw new UncheckedIOException("arrays can always be read and written", e);
        }
    }

    private static void requireSigner(CmsSignature signature, Set<PublicKeyPin> keys) throws UpdateException {
        Optional<String> objection = objection(signature.integrity()).or(signature::weakness);
        if (objection.isPresent()) {
            throw invalid(objection.get());
        }
        PublicKeyPin signer = signature
                .certificate()
                .map(PublicKeyPin::of)
                .orElseThrow(() -> invalid(Finding.Kind.NO_SIGNING_CERTIFICATE_FOUND.name()));
        if (!keys.contains(signer)) {
            throw new UpdateException(new KeyUnknown(signer.text()));
        }
    }

    private static Optional<String> objection(Verdict integrity) {
        return switch (integrity) {
            case Verdict.Valid valid -> Optional.empty();
            case Verdict.Indeterminate open -> Optional.of(open.reason().kind().name());
            case Verdict.Invalid wrong -> Optional.of(wrong.reason().kind().name());
        };
    }

    private static UpdateException invalid(String detail) {
        return new UpdateException(new SignatureInvalid(detail));
    }
}
