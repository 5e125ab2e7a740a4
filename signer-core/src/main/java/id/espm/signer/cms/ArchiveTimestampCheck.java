package id.espm.signer.cms;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;

/** Checks archive-time-stamp-v3 with ats-hash-index-v3 (ETSI EN 319 122-1, 5.5.2 and 5.5.3). */
final class ArchiveTimestampCheck {
    private final SignerInformation signer;
    private final SignedDataParts around;

    ArchiveTimestampCheck(SignerInformation signer, SignedDataParts around) {
        this.signer = signer;
        this.around = around;
    }

    CmsTimestamp check(byte[] token, List<X509Certificate> bag) {
        try {
            TimeStampToken parsed = Malformed.guard(() -> TimestampCheck.parse(token));
            AlgorithmIdentifier algorithm = parsed.getTimeStampInfo().getHashAlgorithm();
            if (!algorithm.getAlgorithm().equals(signer.getDigestAlgorithmID().getAlgorithm())) {
                // The content was hashed once, by the signature's own hash.
                return CmsTimestamp.notAnalysed(algorithm.getAlgorithm().getId());
            }
            AttributeTable unsigned = parsed.getUnsignedAttributes();
            Attribute index = unsigned == null ? null : unsigned.get(Oids.ATS_HASH_INDEX_V3);
            if (index == null) {
                return CmsTimestamp.notAnalysed("ats-hash-index");
            }
            ASN1Sequence hashIndex = ASN1Sequence.getInstance(index.getAttributeValues()[0]);
            MessageDigest digest =
                    MessageDigest.getInstance(algorithm.getAlgorithm().getId());
            if (!indexHolds(hashIndex, algorithm, digest)) {
                return CmsTimestamp.broken("ats-hash-index");
            }
            return TimestampCheck.check(parsed, imprint(hashIndex, digest), bag);
        } catch (Malformed | IOException | NoSuchAlgorithmException | RuntimeException e) {
            return CmsTimestamp.broken(String.valueOf(e.getMessage()));
        }
    }

    /** Everything that the index names must still be there; what came later is not in it. */
    private boolean indexHolds(ASN1Sequence index, AlgorithmIdentifier algorithm, MessageDigest digest)
            throws IOException {
        if (index.size() != 4
                || !AlgorithmIdentifier.getInstance(index.getObjectAt(0))
                        .getAlgorithm()
                        .equals(algorithm.getAlgorithm())) {
            return false;
        }
        return holds(index.getObjectAt(1), around.certificates(), digest)
                && holds(index.getObjectAt(2), around.crls(), digest)
                && holds(index.getObjectAt(3), unsignedValues(), digest);
    }

    private static boolean holds(ASN1Encodable hashes, List<byte[]> parts, MessageDigest digest) {
        Set<String> present = new HashSet<>();
        parts.forEach(part -> present.add(HexFormat.of().formatHex(digest.digest(part))));
        for (ASN1Encodable hash : ASN1Sequence.getInstance(hashes)) {
            byte[] octets = ASN1OctetString.getInstance(hash).getOctets();
            if (!present.contains(HexFormat.of().formatHex(octets))) {
                return false;
            }
        }
        return true;
    }

    /** Each unsigned attribute's type and value, joined. */
    private List<byte[]> unsignedValues() throws IOException {
        List<byte[]> values = new ArrayList<>();
        for (Attribute attribute :
                signer.getUnsignedAttributes().toASN1Structure().getAttributes()) {
            for (ASN1Encodable value : attribute.getAttributeValues()) {
                values.add(join(attribute.getAttrType().getEncoded(), EvidenceCheck.encoded(value)));
            }
        }
        return values;
    }

    private byte[] imprint(ASN1Sequence hashIndex, MessageDigest digest) throws IOException {
        SignerInfo info = signer.toASN1Structure();
        digest.update(around.contentType().getEncoded(ASN1Encoding.DER));
        digest.update(signer.getContentDigest());
        digest.update(info.getVersion().getEncoded(ASN1Encoding.DER));
        digest.update(info.getSID().getEncoded(ASN1Encoding.DER));
        digest.update(info.getDigestAlgorithm().getEncoded(ASN1Encoding.DER));
        digest.update(new DERTaggedObject(false, 0, info.getAuthenticatedAttributes()).getEncoded(ASN1Encoding.DER));
        digest.update(info.getDigestEncryptionAlgorithm().getEncoded(ASN1Encoding.DER));
        digest.update(info.getEncryptedDigest().getEncoded(ASN1Encoding.DER));
        return digest.digest(hashIndex.getEncoded(ASN1Encoding.DER));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = new byte[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
