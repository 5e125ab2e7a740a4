package id.espm.signer.cms;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.esf.OtherHashAlgAndValue;
import org.bouncycastle.asn1.esf.SignaturePolicyId;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Checks one SignerInfo whose content has been hashed (RFC 5652 §5.6; RFC 5035 §5.4). */
final class SignerInfoCheck {
    private static final String OUT_OF_ORDER = "signed attributes are not in DER order";

    private final SignerInformation signer;
    private final List<X509Certificate> bag;
    private boolean sentOrder;

    private SignerInfoCheck(SignerInformation signer, List<X509Certificate> bag) {
        this.signer = signer;
        this.bag = bag;
    }

    static CmsSignature check(SignerInformation signer, SignedDataParts around, List<X509Certificate> bag) {
        SignerInfoCheck check = new SignerInfoCheck(signer, bag);
        Optional<X509Certificate> certificate = check.findCertificate();
        Verdict integrity =
                certificate.map(c -> check.judge(c, around.contentType())).orElseGet(check::withoutCertificate);
        return new CmsSignature(
                Sha256.of(signer.getSignature()),
                integrity,
                certificate,
                bag,
                ClaimsReader.read(signer.getSignedAttributes()),
                new DefaultCMSSignatureAlgorithmNameGenerator()
                        .getSignatureName(
                                signer.getDigestAlgorithmID(),
                                signer.toASN1Structure().getDigestEncryptionAlgorithm()),
                check.attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                                .isPresent()
                        || check.attribute(PKCSObjectIdentifiers.id_aa_signingCertificate)
                                .isPresent(),
                certificate.flatMap(c -> Strength.weakness(signer, c)),
                check.sentOrder,
                check.sentOrder ? List.of(OUT_OF_ORDER) : List.of(),
                integrity.isValid() ? EvidenceCheck.check(signer, around, bag) : CmsEvidence.none());
    }

    private Optional<X509Certificate> findCertificate() {
        for (X509Certificate candidate : bag) {
            try {
                if (signer.getSID().match(new JcaX509CertificateHolder(candidate))) {
                    return Optional.of(candidate);
                }
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be encoded", e);
            }
        }
        return Optional.empty();
    }

    /** Who brings certificates along brings the signer's; who brings none leaves it to the reader to have it. */
    private Verdict withoutCertificate() {
        Finding missing = Finding.of(Kind.NO_SIGNING_CERTIFICATE_FOUND);
        return bag.isEmpty() ? new Verdict.Indeterminate(missing) : new Verdict.Invalid(missing);
    }

    private Verdict judge(X509Certificate certificate, ASN1ObjectIdentifier contentType) {
        try {
            if (!attributesAreSound(contentType)) {
                return new Verdict.Invalid(Finding.of(Kind.FORMAT_FAILURE));
            }
            if (!namesThisCertificate(certificate)) {
                return new Verdict.Invalid(Finding.of(Kind.NO_SIGNING_CERTIFICATE_FOUND));
            }
            if (!policyHashIsKnown()) {
                return new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, "signature-policy-identifier"));
            }
            if (verifies(certificate)) {
                return Verdict.valid();
            }
            if (SentOrder.verifies(signer, certificate)) {
                sentOrder = true;
                return Verdict.valid();
            }
            return new Verdict.Invalid(Finding.of(Kind.SIG_CRYPTO_FAILURE));
        } catch (CMSSignerDigestMismatchException e) {
            return new Verdict.Invalid(Finding.of(Kind.HASH_FAILURE));
        } catch (CMSException | OperatorCreationException e) {
            return new Verdict.Indeterminate(new Finding(Kind.FORMAT_FAILURE, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return new Verdict.Invalid(new Finding(Kind.FORMAT_FAILURE, String.valueOf(e.getMessage())));
        }
    }

    /** With signed attributes, content-type and message-digest must be there once each (RFC 5652 §11.1, §11.2). */
    private boolean attributesAreSound(ASN1ObjectIdentifier contentType) {
        AttributeTable attributes = signer.getSignedAttributes();
        if (attributes == null) {
            return true;
        }
        if (attributes.getAll(CMSAttributes.contentType).size() != 1
                || attributes.getAll(CMSAttributes.messageDigest).size() != 1) {
            return false;
        }
        Attribute type = attributes.get(CMSAttributes.contentType);
        return type.getAttrValues().size() == 1 && contentType.equals(type.getAttributeValues()[0]);
    }

    private boolean namesThisCertificate(X509Certificate certificate) {
        Optional<Attribute> v2 = attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (v2.isPresent()) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(v2.get().getAttributeValues()[0])
                    .getCerts()[0];
            return hashIs(certificate, id.getHashAlgorithm().getAlgorithm().getId(), id.getCertHash());
        }
        Optional<Attribute> v1 = attribute(PKCSObjectIdentifiers.id_aa_signingCertificate);
        return v1.isEmpty()
                || hashIs(
                        certificate,
                        "SHA-1",
                        SigningCertificate.getInstance(v1.get().getAttributeValues()[0])
                                .getCerts()[0]
                                .getCertHash());
    }

    /** A signature policy that is named must be named by a hash (ETSI EN 319 122-1, 5.2.9); it is not read here. */
    private boolean policyHashIsKnown() {
        Optional<Attribute> policy = attribute(PKCSObjectIdentifiers.id_aa_ets_sigPolicyId);
        if (policy.isEmpty() || !(policy.get().getAttributeValues()[0].toASN1Primitive() instanceof ASN1Sequence)) {
            return true;
        }
        OtherHashAlgAndValue hash = SignaturePolicyId.getInstance(
                        policy.get().getAttributeValues()[0].toASN1Primitive())
                .getSigPolicyHash();
        try {
            MessageDigest.getInstance(hash.getHashAlgorithm().getAlgorithm().getId());
            return true;
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    private static boolean hashIs(X509Certificate certificate, String algorithm, byte[] expected) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
            return MessageDigest.isEqual(hash, expected);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            return false;
        }
    }

    /**
     * The platform's algorithms first; Bouncy Castle's for what the platform does not know, and for RSA signatures whose
     * DigestInfo leaves out the parameters (RFC 8017 §9.2, note 1: both forms are to be accepted).
     */
    private boolean verifies(X509Certificate certificate) throws CMSException, OperatorCreationException {
        try {
            if (signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
                return true;
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw e;
        } catch (CMSException | OperatorCreationException e) {
            return verifiesByBouncyCastle(certificate);
        }
        return verifiesByBouncyCastle(certificate);
    }

    private boolean verifiesByBouncyCastle(X509Certificate certificate) throws CMSException, OperatorCreationException {
        return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(certificate.getPublicKey()));
    }

    private Optional<Attribute> attribute(ASN1ObjectIdentifier type) {
        AttributeTable attributes = signer.getSignedAttributes();
        return attributes == null ? Optional.empty() : Optional.ofNullable(attributes.get(type));
    }
}
