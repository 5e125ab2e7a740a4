package id.espm.signer.key.chain;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the certificates of a file or token in order: the owner's, its issuer's, and so on; each once, so that a circle ends. */
public final class CertificateChain {
    private static final int MAX_LENGTH = 20;

    private final List<X509Certificate> known;

    /** @param known the certificates of the source, in any order */
    public CertificateChain(List<X509Certificate> known) {
        this.known = known;
    }

    /**
     * From the owner's certificate upwards, as far as the issuers are known. Where several bear the issuer's name, the one whose
     * key signed it is taken; whether the chain holds is judged elsewhere.
     */
    public List<X509Certificate> from(X509Certificate owner) {
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
        return named.stream()
                .limit(MAX_LENGTH)
                .filter(c -> signed(certificate, c))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
