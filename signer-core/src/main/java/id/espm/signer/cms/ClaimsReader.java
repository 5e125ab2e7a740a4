package id.espm.signer.cms;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.esf.CommitmentTypeIndication;
import org.bouncycastle.asn1.esf.CommitmentTypeQualifier;
import org.bouncycastle.asn1.esf.SignerLocation;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Reads what a signer stated in signed attributes. What cannot be read counts as not stated: it never decides a verdict. */
final class ClaimsReader {
    private ClaimsReader() {}

    static CmsClaims read(@Nullable AttributeTable attributes) {
        if (attributes == null) {
            return CmsClaims.none();
        }
        return new CmsClaims(
                value(attributes, CMSAttributes.signingTime, ClaimsReader::time),
                value(attributes, PKCSObjectIdentifiers.id_aa_ets_signerLocation, ClaimsReader::place),
                value(attributes, Oids.SIGNER_ATTRIBUTES_V2, ClaimsReader::role)
                        .or(() -> value(attributes, PKCSObjectIdentifiers.id_aa_ets_signerAttr, ClaimsReader::role)),
                value(attributes, PKCSObjectIdentifiers.id_aa_ets_commitmentType, ClaimsReader::reason));
    }

    private static <T> Optional<T> value(
            AttributeTable attributes, ASN1ObjectIdentifier type, Function<ASN1Encodable, Optional<T>> reader) {
        Attribute attribute = attributes.get(type);
        if (attribute == null || attribute.getAttrValues().size() == 0) {
            return Optional.empty();
        }
        try {
            return reader.apply(attribute.getAttributeValues()[0]);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(ASN1Encodable value) {
        return Optional.of(Time.getInstance(value).getDate().toInstant());
    }

    private static Optional<String> place(ASN1Encodable value) {
        return Optional.ofNullable(SignerLocation.getInstance(value).getLocality())
                .map(locality -> locality.getString());
    }

    /** SignerAttribute, either version: the first text value among claimedAttributes [0]. */
    private static Optional<String> role(ASN1Encodable value) {
        for (ASN1Encodable part : ASN1Sequence.getInstance(value)) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
            if (tagged.getTagNo() != 0) {
                continue;
            }
            for (ASN1Encodable claimed : ASN1Sequence.getInstance(tagged, true)) {
                ASN1Set values =
                        ASN1Set.getInstance(ASN1Sequence.getInstance(claimed).getObjectAt(1));
                if (values.size() > 0 && values.getObjectAt(0) instanceof ASN1String text) {
                    return Optional.of(text.getString());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(ASN1Encodable value) {
        ASN1Sequence qualifiers = CommitmentTypeIndication.getInstance(value).getCommitmentTypeQualifier();
        if (qualifiers == null) {
            return Optional.empty();
        }
        for (ASN1Encodable one : qualifiers) {
            CommitmentTypeQualifier qualifier = CommitmentTypeQualifier.getInstance(one);
            if (Oids.REASON_TEXT.equals(qualifier.getCommitmentTypeIdentifier())
                    && qualifier.getQualifier() instanceof ASN1String text) {
                return Optional.of(text.getString());
            }
        }
        return Optional.empty();
    }
}
