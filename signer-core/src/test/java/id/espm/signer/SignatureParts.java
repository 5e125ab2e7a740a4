package id.espm.signer;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** Where the parts of the first signature of a SignedData stand in its bytes, for tests that change each of them. */
public final class SignatureParts {
    private SignatureParts() {}

    /** The encoded value of each part by its name; each occurs in the encoding as it is. */
    public static Map<String, byte[]> of(byte[] der) throws CMSException, IOException {
        CMSSignedData data = new CMSSignedData(der);
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = data.getCertificates().getMatches(null).stream()
                .filter(signer.getSID()::match)
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "messageDigest",
                ASN1OctetString.getInstance(signer.getSignedAttributes()
                                .get(CMSAttributes.messageDigest)
                                .getAttributeValues()[0])
                        .getOctets());
        parts.put(
                "signing-certificate-v2",
                signer.getSignedAttributes()
                        .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .getAttrValues()
                        .getEncoded());
        parts.put("signature value", signer.getSignature());
        parts.put("certificate's name", certificate.getSubject().getEncoded());
        parts.put("certificate's key", certificate.getSubjectPublicKeyInfo().getEncoded());
        return parts;
    }

    /** Changes one bit in the last third of the first place where the part stands. */
    public static byte[] tamper(byte[] bytes, byte[] part) {
        int position = indexOf(bytes, part);
        byte[] changed = bytes.clone();
        changed[position + part.length - part.length / 3 - 1] ^= 0x01;
        return changed;
    }

    /** Where a part stands. */
    public static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (matches(bytes, part, i)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there: " + new BigInteger(1, part).toString(16));
    }

    private static boolean matches(byte[] bytes, byte[] part, int at) {
        for (int i = 0; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
