package id.espm.signer.trust.evidence;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Who issued a certificate: the name says who claims it, the signature who did. Nobody is trusted here. */
public final class Issuers {
    /** Longer chains are made to keep somebody busy. */
    public static final int MAX_CHAIN = 8;

    private static final int KEY_CERT_SIGN = 5;
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";

    private Issuers() {}

    /** The issuer among these; one that is valid at that time before one that is not. */
    public static Optional<X509Certificate> find(
            X509Certificate certificate, Collection<X509Certificate> candidates, Instant at) {
        return candidates.stream()
                .filter(candidate -> bearsIssuersName(candidate, certificate))
                .sorted(Comparator.comparing(candidate -> !isValid(candidate, at)))
                .filter(candidate -> mayIssue(candidate) && verifies(certificate, candidate))
                .findFirst();
    }

    public static boolean bearsIssuersName(X509Certificate candidate, X509Certificate certificate) {
        return candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** The certificate, its issuer, that one's issuer, and so on, as far as these go; a root that signed itself ends it. */
    public static List<X509Certificate> walk(
            X509Certificate certificate, Collection<X509Certificate> candidates, Instant at) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        while (chain.size() < MAX_CHAIN && !isSelfSigned(chain.getLast())) {
            Optional<X509Certificate> issuer = find(chain.getLast(), candidates, at);
            if (issuer.isEmpty() || chain.contains(issuer.get())) {
                break;
            }
            chain.add(issuer.get());
        }
        return chain;
    }

    public static boolean isSelfSigned(X509Certificate certificate) {
        return bearsIssuersName(certificate, certificate) && verifies(certificate, certificate);
    }

    public static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /**
     * Whether it may sign certificates (RFC 5280 §4.2.1.3, §4.2.1.9). Old roots say nothing of it: one that signed itself
     * and has no basicConstraints is taken for one.
     */
    public static boolean mayIssue(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[KEY_CERT_SIGN]) {
            return false;
        }
        return certificate.getBasicConstraints() >= 0
                || (certificate.getExtensionValue(BASIC_CONSTRAINTS) == null && isSelfSigned(certificate));
    }

    /** The platform's algorithms first; Bouncy Castle's for what the platform does not know. */
    public static boolean verifies(X509Certificate certificate, X509Certificate issuer) {
        try {
            try {
                certificate.verify(issuer.getPublicKey());
            } catch (NoSuchAlgorithmException e) {
                certificate.verify(issuer.getPublicKey(), new BouncyCastleProvider());
            }
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The CN, or the whole name where there is none. */
    public static String name(X500Principal principal) {
        RDN[] names = X500Name.getInstance(principal.getEncoded()).getRDNs(BCStyle.CN);
        return names.length > 0 && names[0].getFirst().getValue() instanceof ASN1String text
                ? text.getString()
                : principal.getName();
    }
}
