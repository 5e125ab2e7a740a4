package id.espm.signer.trust;

import id.espm.sandbox.ca.KeyAlgorithm;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Roots that the sandbox would not make. */
final class HandmadeAuthority {
    private static final Date FROM = Date.from(Instant.now().minus(Duration.ofDays(1)));
    private static final Date TO = Date.from(Instant.now().plus(Duration.ofDays(1)));

    private HandmadeAuthority() {}

    /** A root of X.509 v3 with this CN, which says of itself whether it is an authority. */
    static X509Certificate root(String name, boolean authority) throws Exception {
        KeyPair keys = KeyAlgorithm.EC_P256.generate();
        X500Principal subject = new X500Principal("C=ID, CN=" + name);
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v3CertificateBuilder(subject, BigInteger.TEN, FROM, TO, subject, keys.getPublic())
                                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** A root of X.509 v1, which cannot say what it is. */
    static X509Certificate old(String name) throws Exception {
        KeyPair keys = KeyAlgorithm.EC_P256.generate();
        X500Principal subject = new X500Principal("C=ID, CN=" + name);
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v1CertificateBuilder(subject, BigInteger.TEN, FROM, TO, subject, keys.getPublic())
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
