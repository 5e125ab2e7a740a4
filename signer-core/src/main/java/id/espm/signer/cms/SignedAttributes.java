package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SigningContext;
import id.espm.signer.cms.CmsSigningRequest.Format;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
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
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/** Composes the signed attributes of a baseline signature (ETSI EN 319 122-1, clause 5; EN 319 142-1, clause 6.3). */
final class SignedAttributes {
    private static final DERUTF8String COUNTRY = new DERUTF8String("ID");

    private SignedAttributes() {}

    /**
     * @param contentDigest the hash of the content by the method's digest
     * @return the attributes in DER order
     */
    static DERSet of(
            byte[] contentDigest,
            CmsSigningRequest request,
            DigestAlgorithm digest,
            X509Certificate certificate,
            AlgorithmIdentifier signatureAlgorithm) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(contentDigest)));
        attributes.add(attribute(
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(
                        Algorithms.digest(digest), CMSAlgorithmProtection.SIGNATURE, signatureAlgorithm)));
        attributes.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate(certificate)));
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

    /** SHA-256 is the default of ESSCertIDv2, so its identifier is left out (RFC 5035 §4). */
    private static SigningCertificateV2 signingCertificate(X509Certificate certificate) {
        try {
            byte[] hash = DigestAlgorithm.SHA256.newDigest().digest(certificate.getEncoded());
            X500Name issuer =
                    X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
            IssuerSerial issuerSerial =
                    new IssuerSerial(new GeneralNames(new GeneralName(issuer)), certificate.getSerialNumber());
            return new SigningCertificateV2(new ESSCertIDv2(null, hash, issuerSerial));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be encoded", e);
        }
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
