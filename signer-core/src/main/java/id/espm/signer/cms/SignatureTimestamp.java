package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignerException;
import id.espm.signer.timestamp.TimestampSource;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The unsigned attribute signature-time-stamp (RFC 5126 §6.1.1), which makes level B-T. */
final class SignatureTimestamp {
    /** Its tags, lengths and identifier. */
    private static final int FRAME = 32;
    /** By how much one token of an authority may exceed another: serial number, digits of the time. */
    private static final int VARIATION = 256;

    private SignatureTimestamp() {}

    /**
     * Has a signature value timestamped.
     *
     * @param value the octets of SignerInfo.signature, without tag and length
     * @return the unsigned attributes
     */
    static DERSet over(byte[] value, DigestAlgorithm digest, TimestampSource source) throws SignerException {
        byte[] token = source.stamp(digest, digest.newDigest().digest(value));
        try {
            ASN1Primitive contentInfo = ASN1Primitive.fromByteArray(token);
            return new DERSet(
                    new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(contentInfo)));
        } catch (IOException e) {
            throw new IllegalStateException("a token that was checked can be read", e);
        }
    }

    /** How much room to keep for it, in bytes: an expectation. */
    static int expectedSize(TimestampSource source) {
        return source.expectedTokenSize() + FRAME + VARIATION;
    }
}
