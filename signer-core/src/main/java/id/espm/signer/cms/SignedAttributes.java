package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SigningContext;
import id.espm.signer.cms.CmsSigningRequest.Format;
import java.io.IOException;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.esf.CommitmentTypeIndication;
import org.bouncycastle.asn1.esf.CommitmentTypeQualifier;
import org.bouncycastle.asn1.esf.SignerLocation;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Composes the signed attributes of a baseline signature (ETSI EN 319 122-1, clause 5; EN 319 142-1, clause 6.3). */
final class SignedAttributes {
    private static final DERUTF8String COUNTRY = new DERUTF8String("ID");

    private SignedAttributes() {}

    /**
     * @param contentDigest the hash of the content by the method's digest
     * @param certificate   the reference to the signer's
     * @return the attributes in DER order
     */
    static DERSet of(
            byte[] contentDigest,
            CmsSigningRequest request,
            DigestAlgorithm digest,
            SigningCertificateV2 certificate,
            AlgorithmIdentifier signatureAlgorithm) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(contentDigest)));
        attributes.add(attribute(
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(
                        Algorithms.digest(digest), CMSAlgorithmProtection.SIGNATURE, signatureAlgorithm)));
        attributes.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, certificate));
        attributes.add(attribute(Oids.SIGNER_ATTRIBUTES_V2, claimedRole(request.context())));
        if (request.format() == Format.CADES) {
            SigningContext context = request.context();
            attributes.add(attribute(
                    CMSAttributes.signingTime,
                    new Time(Date.from(context.claimedTime().toInstant()))));
            attributes.add(attribute(PKCSObjectIdentifiers.id_aa_ets_signerLocation, location(context)));
            attributes.add(attribute(PKCSObjectIdentifiers.id_aa_ets_commitmentType, commitment(context)));
        }
        return new DERSet(attributes);
    }

    /** The bytes that are signed: the DER encoding of the SET (RFC 5652 §5.4). */
    static byte[] encode(DERSet attributes) {
        try {
            return attributes.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does not fail", e);
        }
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /** SignerAttributeV2 with claimedAttributes [0] only. */
    private static DERSequence claimedRole(SigningContext context) {
        DERUTF8String role = new DERUTF8String(context.role().claimedText());
        DERSequence title = new DERSequence(new ASN1Encodable[] {Oids.TITLE, new DERSet(role)});
        return new DERSequence(new DERTaggedObject(true, 0, new DERSequence(title)));
    }

    private static SignerLocation location(SigningContext context) {
        return new SignerLocation(COUNTRY, new DERUTF8String(context.place()), null);
    }

    private static CommitmentTypeIndication commitment(SigningContext context) {
        CommitmentTypeQualifier reason =
                new CommitmentTypeQualifier(Oids.REASON_TEXT, new DERUTF8String(context.reason()));
        return new CommitmentTypeIndication(Oids.PROOF_OF_APPROVAL, new DERSequence(reason));
    }
}
