package id.espm.signer.trust.revocation;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** One OCSP request (RFC 6960 §4.1): SHA-1 names the issuer, as responders expect; a nonce of 32 bytes (RFC 9654). */
final class OcspQuery {
    private static final int NONCE = 32;

    private final CertificateID id;
    private final byte[] nonce = new byte[NONCE];

    OcspQuery(Question question, SecureRandom random) {
        this.id = idOf(question);
        random.nextBytes(nonce);
    }

    /** What names the certificate. */
    static CertificateID idOf(Question question) {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            return new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(question.issuer()),
                    question.certificate().getSerialNumber());
        } catch (OperatorCreationException | CertificateEncodingException | OCSPException e) {
            throw new IllegalStateException("this Java runtime has no SHA-1", e);
        }
    }

    byte[] encoded() {
        try {
            byte[] value = new DEROctetString(nonce).getEncoded();
            Extension extension = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value);
            return new OCSPReqBuilder()
                    .addRequest(id)
                    .setRequestExtensions(new Extensions(extension))
                    .build()
                    .getEncoded();
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException("an OCSP request cannot be encoded", e);
        }
    }

    /** Whether an answer bears another nonce than ours. None at all is no contradiction: many sign ahead (RFC 5019 §4). */
    boolean contradicts(BasicOCSPResp answer) {
        return Optional.ofNullable(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .filter(extension -> !Arrays.equals(nonce, content(extension)))
                .isPresent();
    }

    private static byte[] content(Extension extension) {
        try {
            return ASN1OctetString.getInstance(extension.getExtnValue().getOctets())
                    .getOctets();
        } catch (IllegalArgumentException e) {
            // Some responders of old put the bytes there without their own wrapping.
            return extension.getExtnValue().getOctets();
        }
    }
}
