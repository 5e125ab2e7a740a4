package id.espm.signer.authority;

import id.espm.signer.Problem;
import id.espm.signer.key.CertificateUse;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a certificate was issued for signing documents. Which extended key usage BSrE writes is not published, so one that is
 * not about documents is no reason to refuse, unless it is reserved for services: timestamps and OCSP.
 */
final class KeyPurpose {
    private static final Map<String, String> OF_SERVICES =
            Map.of("1.3.6.1.5.5.7.3.8", "timeStamping", "1.3.6.1.5.5.7.3.9", "OCSPSigning");

    private KeyPurpose() {}

    static Outcome of(X509Certificate certificate) {
        if (!CertificateUse.maySignDocuments(certificate)) {
            return new Outcome.Refused(new Problem.WrongKeyUsage(CertificateUse.keyUsage(certificate)));
        }
        List<String> purposes = purposes(certificate);
        boolean reserved = !purposes.isEmpty() && purposes.stream().allMatch(OF_SERVICES::containsKey);
        return reserved
                ? new Outcome.Refused(new Problem.WrongKeyUsage(
                        purposes.stream().map(OF_SERVICES::get).toList()))
                : new Outcome.Passed();
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
