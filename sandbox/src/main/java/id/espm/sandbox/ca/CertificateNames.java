package id.espm.sandbox.ca;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Reads single parts of a certificate's subject, as {@link Subject} wrote them. */
public final class CertificateNames {
    private CertificateNames() {}

    /** The CN, or nothing ("") where there is none. */
    public static String commonName(X509Certificate certificate) {
        return part(certificate, BCStyle.CN).orElse("");
    }

    /** The digits before the underscore of the description. */
    public static Optional<String> nik(X509Certificate certificate) {
        return part(certificate, BCStyle.DESCRIPTION)
                .map(description -> description.replaceFirst("_.*", ""))
                .filter(digits -> digits.matches("\\d{16}"));
    }

    /** The mail address in the subject. */
    public static Optional<String> email(X509Certificate certificate) {
        return part(certificate, BCStyle.E);
    }

    private static Optional<String> part(X509Certificate certificate, ASN1ObjectIdentifier attribute) {
        RDN[] found = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(attribute);
        return found.length > 0 && found[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }
}
