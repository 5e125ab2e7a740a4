package id.espm.signer.trust;

import id.espm.signer.trust.evidence.Issuers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate in the folder of trust anchors.
 *
 * @param file  where it lies
 * @param known the authority as which its fingerprint is known, if it is
 */
public record TrustedCertificate(X509Certificate certificate, Path file, Optional<KnownAuthority> known) {
    /** As {@link TrustAnchors#fingerprint} has it. */
    public String fingerprint() {
        return TrustAnchors.fingerprint(certificate);
    }

    /** The CN, or the whole name where there is none. */
    public String name() {
        return Issuers.name(certificate.getSubjectX500Principal());
    }
}
