package id.espm.app.update;

import id.espm.signer.key.PublicKeyPin;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Somebody who signs release files, as the maintainers would. */
public final class ReleaseKey {
    private final KeyPair pair;
    private final X509Certificate certificate;

    private ReleaseKey(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** A fresh key in a certificate whose dates are long past: they do not count. */
    public static ReleaseKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X500Principal name = new X500Principal("CN=Rilis UJI");
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.TEN,
                                    Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                                    Date.from(Instant.parse("2021-01-01T00:00:00Z")),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            return new ReleaseKey(pair, certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public PublicKeyPin pin() {
        return PublicKeyPin.of(certificate);
    }

    /** A text in its signature. */
    public byte[] sign(String text) {
        return sign(text, "SHA256withECDSA", List.of(this));
    }

    /** The same by a weak hash. */
    byte[] signWeakly(String text) {
        return sign(text, "SHA1withECDSA", List.of(this));
    }

    /** The same together with somebody else. */
    byte[] signWith(ReleaseKey other, String text) {
        return sign(text, "SHA256withECDSA", List.of(this, other));
    }

    private static byte[] sign(String text, String algorithm, List<ReleaseKey> signers) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (ReleaseKey each : signers) {
                generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                                new JcaDigestCalculatorProviderBuilder().build())
                        .build(new JcaContentSignerBuilder(algorithm).build(each.pair.getPrivate()), each.certificate));
                generator.addCertificate(new JcaX509CertificateHolder(each.certificate));
            }
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return generator
                    .generate(new CMSProcessableByteArray(content), true)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
