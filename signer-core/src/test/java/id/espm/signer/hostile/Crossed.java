package id.espm.signer.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Signs with any key, and brings any certificates along. */
final class Crossed {
    private Crossed() {}

    static byte[] sign(KeyPair key, byte[] certificate, List<byte[]> bag)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X509Certificate own = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        try {
            generator.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key.getPrivate(), own));
            for (byte[] one : bag) {
                generator.addCertificate(new X509CertificateHolder(one));
            }
            return generator
                    .generate(new CMSProcessableByteArray(new byte[] {1}), true)
                    .getEncoded();
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }
}
