package id.espm.signer.cms;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/** Reads what was added to one SignerInfo: signature timestamps, revocation values, archive timestamps. */
final class EvidenceCheck {
    private static final List<ASN1ObjectIdentifier> OTHER_ARCHIVE_TIMESTAMPS = List.of(
            PKCSObjectIdentifiers.id_aa_ets_archiveTimestamp, new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.48"));

    /** Each is a signature of its own to be verified. */
    private static final int MAX_VALUES = 64;

    private EvidenceCheck() {}

    /**
     * @param signer after its signature was verified, so that the content's hash is known
     * @param around what the SignedData holds besides
     */
    static CmsEvidence check(SignerInformation signer, SignedDataParts around, List<X509Certificate> bag) {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        if (unsigned == null) {
            return new CmsEvidence(List.of(), around.hasRevocationValues(), List.of());
        }
        List<CmsTimestamp> timestamps = new ArrayList<>();
        for (ASN1Encodable token : values(unsigned, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)) {
            timestamps.add(TimestampCheck.check(encoded(token), signer.getSignature(), bag));
        }
        List<CmsTimestamp> archive = new ArrayList<>();
        for (ASN1Encodable token : values(unsigned, Oids.ARCHIVE_TIMESTAMP_V3)) {
            archive.add(new ArchiveTimestampCheck(signer, around).check(encoded(token), bag));
        }
        for (ASN1ObjectIdentifier type : OTHER_ARCHIVE_TIMESTAMPS) {
            values(unsigned, type).forEach(t -> archive.add(CmsTimestamp.notAnalysed(type.getId())));
        }
        return new CmsEvidence(timestamps, around.hasRevocationValues(), archive);
    }

    private static List<ASN1Encodable> values(AttributeTable attributes, ASN1ObjectIdentifier type) {
        ASN1EncodableVector found = attributes.getAll(type);
        List<ASN1Encodable> values = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            values.addAll(List.of(Attribute.getInstance(found.get(i)).getAttributeValues()));
        }
        if (values.size() > MAX_VALUES) {
            throw new IllegalArgumentException("more than " + MAX_VALUES + " timestamps of one kind");
        }
        return values;
    }

    static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does not fail", e);
        }
    }
}
