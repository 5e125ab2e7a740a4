package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * Reads a signature back that this program has just made: whether it is one, by this key, over this content. It is much quicker
 * than judging a stranger's signature, and says only yes or "look closer".
 */
public final class OwnSignature {
    private OwnSignature() {}

    /**
     * Whether the bytes are one DER-encoded CMS signature with one SignerInfo, which holds under the key's certificate and
     * covers the content.
     *
     * @param cms           without padding
     * @param contentDigest of the content, as it was read back
     */
    public static boolean holds(byte[] cms, byte[] contentDigest, DigestAlgorithm digest, SigningKey key) {
        try {
            return SignerCertificates.of(key).areIn(cms) && holds(signedData(cms), contentDigest, digest, key);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    /**
     * The content that an enveloping signature holds, if that signature is one by this key over it.
     *
     * @param cms the whole {@code .p7m}
     */
    public static Optional<byte[]> content(byte[] cms, DigestAlgorithm digest, SigningKey key) {
        try {
            SignedData signed = signedData(cms);
            byte[] content = ASN1OctetString.getInstance(
                            signed.getEncapContentInfo().getContent())
                    .getOctets();
            boolean holds = SignerCertificates.of(key).areIn(cms)
                    && holds(signed, digest.newDigest().digest(content), digest, key);
            return holds ? Optional.of(content) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static SignedData signedData(byte[] cms) throws IOException {
        ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
        if (!CMSObjectIdentifiers.signedData.equals(outer.getContentType())) {
            throw new IllegalArgumentException("no SignedData");
        }
        return SignedData.getInstance(outer.getContent());
    }

    private static boolean holds(SignedData signed, byte[] contentDigest, DigestAlgorithm digest, SigningKey key)
            throws IOException {
        ASN1Set signers = signed.getSignerInfos();
        return signers.size() == 1 && holds(SignerInfo.getInstance(signers.getObjectAt(0)), contentDigest, digest, key);
    }

    private static boolean holds(SignerInfo signer, byte[] contentDigest, DigestAlgorithm digest, SigningKey key)
            throws IOException {
        ASN1Set signed = signer.getAuthenticatedAttributes();
        if (signed == null
                || !Algorithms.signature(key.scheme(), digest).equals(signer.getDigestEncryptionAlgorithm())
                || !Algorithms.digestOid(digest)
                        .equals(signer.getDigestAlgorithm().getAlgorithm())) {
            return false;
        }
        return isOf(IssuerAndSerialNumber.getInstance(signer.getSID().getId()), key)
                && MessageDigest.isEqual(messageDigest(signed), contentDigest)
                && key.hasSigned(
                        signed.getEncoded(ASN1Encoding.DER),
                        signer.getEncryptedDigest().getOctets(),
                        digest);
    }

    private static boolean isOf(IssuerAndSerialNumber stated, SigningKey key) {
        return stated.equals(SignerCertificates.of(key).issuerAndSerial());
    }

    private static byte[] messageDigest(ASN1Set signed) {
        Attribute attribute = new AttributeTable(signed).get(CMSAttributes.messageDigest);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            throw new IllegalArgumentException("no message-digest");
        }
        return ASN1OctetString.getInstance(attribute.getAttributeValues()[0]).getOctets();
    }
}
