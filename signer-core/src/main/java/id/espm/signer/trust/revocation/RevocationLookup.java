package id.espm.signer.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the services that a certificate names whether it was revoked: OCSP first (RFC 6960), the CRL where OCSP does not answer
 * (RFC 5280 §6.3). The platform's own client asks; how long it waits is set for the whole program by
 * {@code com.sun.security.ocsp.timeout} and {@code com.sun.security.crl.timeout}.
 */
public final class RevocationLookup {
    private RevocationLookup() {}

    /**
     * Asks about one certificate. Whether its issuer is to be trusted is another question.
     *
     * @param chain the certificate first, its issuer among the rest
     */
    public static Revocation ask(List<X509Certificate> chain) {
        X509Certificate certificate = chain.getFirst();
        Optional<X509Certificate> issuer =
                chain.stream().skip(1).filter(c -> issued(c, certificate)).findFirst();
        if (issuer.isEmpty()) {
            return new Revocation.Unknown("no issuer");
        }
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOptions(Set.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer.get(), null)));
            parameters.addCertPathChecker(checker);
            validator.validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return new Revocation.Good();
        } catch (CertPathValidatorException e) {
            return explain(e);
        } catch (GeneralSecurityException e) {
            return new Revocation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static Revocation explain(CertPathValidatorException e) {
        if (e.getReason() == BasicReason.REVOKED && e.getCause() instanceof CertificateRevokedException revoked) {
            return new Revocation.Revoked(
                    revoked.getRevocationDate().toInstant(),
                    revoked.getRevocationReason().name());
        }
        return new Revocation.Unknown(String.valueOf(e.getMessage()));
    }
}
