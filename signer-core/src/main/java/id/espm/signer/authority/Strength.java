package id.espm.signer.authority;

import id.espm.signer.Caution;
import id.espm.signer.Problem;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How hard it is to forge what a certificate vouches for: its key, its issuers' keys, and the signatures that bind them. A
 * root's signature over itself proves nothing and is left out.
 */
final class Strength {
    private static final int RSA_FORGEABLE = 1024;
    private static final int RSA_ENOUGH = 2048;
    private static final int EC_FORGEABLE = 160;
    private static final int EC_ENOUGH = 256;

    private Strength() {}

    /** How much something can bear, the worst first. */
    private enum Grade {
        FORGEABLE,
        WEAK,
        ENOUGH
    }

    private record Finding(Grade grade, String algorithm) {}

    /** @param chain the certificate first, each signed by the next */
    static Outcome of(List<X509Certificate> chain) {
        Finding worst = chain.stream()
                .flatMap(one -> Stream.of(key(one.getPublicKey()), signature(one)))
                .min(Comparator.comparing(Finding::grade))
                .orElseThrow();
        return switch (worst.grade()) {
            case FORGEABLE -> new Outcome.Refused(new Problem.CertificateTooWeak(worst.algorithm()));
            case WEAK -> new Outcome.Cautioned(new Caution.WeakAlgorithm(worst.algorithm()));
            case ENOUGH -> new Outcome.Passed();
        };
    }

    private static Finding key(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> key("RSA", rsa.getModulus().bitLength(), RSA_FORGEABLE, RSA_ENOUGH);
            case DSAKey dsa -> key("DSA", dsa.getParams().getP().bitLength(), RSA_FORGEABLE, RSA_ENOUGH);
            case ECKey ec -> key("EC", ec.getParams().getOrder().bitLength(), EC_FORGEABLE, EC_ENOUGH);
            default -> new Finding(Grade.ENOUGH, key.getAlgorithm());
        };
    }

    private static Finding key(String kind, int bits, int forgeable, int enough) {
        Grade grade = bits < forgeable ? Grade.FORGEABLE : bits < enough ? Grade.WEAK : Grade.ENOUGH;
        return new Finding(grade, kind + "-" + bits);
    }

    private static Finding signature(X509Certificate certificate) {
        String name = certificate.getSigAlgName();
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return new Finding(Grade.ENOUGH, name);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith("MD")) {
            return new Finding(Grade.FORGEABLE, name);
        }
        return new Finding(upper.startsWith("SHA1") ? Grade.WEAK : Grade.ENOUGH, name);
    }
}
