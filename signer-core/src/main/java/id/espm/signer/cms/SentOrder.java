package id.espm.signer.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies signed attributes in the order in which they were sent. RFC 5652 §5.4 has them signed in DER, whose sets are sorted;
 * some programs sort neither what they sign nor what they send. The same attributes are signed, so nothing is lost by it.
 */
final class SentOrder {
    private SentOrder() {}

    /** To be called once the content's digest was found to be right. */
    static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        ASN1Set attributes = signer.toASN1Structure().getAuthenticatedAttributes();
        if (attributes == null) {
            return false;
        }
        try {
            SignerInformationVerifier verifier =
                    new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey());
            ContentVerifier value = verifier.getContentVerifier(
                    signer.toASN1Structure().getDigestEncryptionAlgorithm(), signer.getDigestAlgorithmID());
            try (OutputStream out = value.getOutputStream()) {
                out.write(attributes.getEncoded(ASN1Encoding.DL));
            }
            return value.verify(signer.getSignature());
        } catch (IOException | OperatorCreationException | RuntimeException e) {
            // What cannot even be tried does not verify.
            return false;
        }
    }
}
