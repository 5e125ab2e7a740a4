package id.espm.signer.key;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a certificate by itself allows its owner to sign documents at a time: validity and key usage (RFC 5280 §4.1.2.5, §4.2.1.3). */
public final class CertificateUse {
    private static final List<String> USAGE_NAMES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private CertificateUse() {}

    /** What forbids signing with this certificate at this time, if anything does. */
    public static Optional<Problem> objection(X509Certificate certificate, Instant at) {
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant notAfter = certificate.getNotAfter().toInstant();
        if (at.isAfter(notAfter)) {
            return Optional.of(new Problem.CertificateExpired(notAfter));
        }
        if (at.isBefore(notBefore)) {
            return Optional.of(new Problem.CertificateNotYetValid(notBefore));
        }
        return maySignDocuments(certificate)
                ? Optional.empty()
                : Optional.of(new Problem.WrongKeyUsage(keyUsage(certificate)));
    }

    /**
     * Refuses a certificate that may not sign at this time.
     *
     * @throws SignerException with the {@link #objection}, if there is one
     */
    public static void require(X509Certificate certificate, Instant at) throws SignerException {
        Optional<Problem> objection = objection(certificate, at);
        if (objection.isPresent()) {
            throw new SignerException(objection.get());
        }
    }

    /** Whether the key usage allows digitalSignature or nonRepudiation; a certificate without the extension is not restricted. */
    public static boolean maySignDocuments(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }

    /** The allowed uses in the names of RFC 5280 §4.2.1.3; empty where the certificate does not restrict them. */
    public static List<String> keyUsage(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        List<String> names = new ArrayList<>();
        for (int i = 0; usage != null && i < usage.length && i < USAGE_NAMES.size(); i++) {
            if (usage[i]) {
                names.add(USAGE_NAMES.get(i));
            }
        }
        return List.copyOf(names);
    }
}
