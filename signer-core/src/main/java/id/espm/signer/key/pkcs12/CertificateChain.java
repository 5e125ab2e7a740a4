package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;

/** Puts the certificates of a file in order: the owner's, its issuer's, and so on; each once, so that a circle ends. */
final class CertificateChain {
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final int MAX_LENGTH = 20;

    private final List<X509Certificate> known;

    CertificateChain(List<X509Certificate> known) {
        this.known = known;
    }

    List<X509Certificate> from(X509Certificate owner) {
        List<X509Certificate> chain = new ArrayList<>(List.of(owner));
        Optional<X509Certificate> next = issuer(owner, chain);
        while (next.isPresent() && chain.size() < MAX_LENGTH) {
            chain.add(next.get());
            next = issuer(next.get(), chain);
        }
        return List.copyOf(chain);
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> chain) {
        if (certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            return Optional.empty();
        }
        List<X509Certificate> named = known.stream()
                .filter(c -> c.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(c -> !chain.contains(c))
                .toList();
        if (named.size() < 2) {
            return named.stream().findFirst();
        }
        byte[] wanted = authorityKey(certificate);
        List<X509Certificate> keyed = named.stream()
                .filter(c -> wanted.length > 0 && Arrays.equals(wanted, subjectKey(c)))
                .toList();
        List<X509Certificate> candidates = keyed.isEmpty() ? named : keyed;
        return candidates.stream()
                .limit(MAX_LENGTH)
                .filter(c -> signed(certificate, c))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] authorityKey(X509Certificate certificate) {
        return extension(
                certificate,
                AUTHORITY_KEY,
                value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets());
    }

    private static byte[] subjectKey(X509Certificate certificate) {
        return extension(
                certificate,
                SUBJECT_KEY,
                value -> ASN1OctetString.getInstance(value).getOctets());
    }

    private interface Extraction {
        byte[] from(Object value);
    }

    private static byte[] extension(X509Certificate certificate, String oid, Extraction extraction) {
        byte[] wrapped = certificate.getExtensionValue(oid);
        if (wrapped == null) {
            return new byte[0];
        }
        try {
            return Asn1.of(() -> {
                byte[] value = ASN1OctetString.getInstance(Asn1.first(wrapped)).getOctets();
                byte[] found = extraction.from(Asn1.first(value));
                return found == null ? new byte[0] : found;
            });
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
