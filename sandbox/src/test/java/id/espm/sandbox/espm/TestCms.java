package id.espm.sandbox.espm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.esf.SignerLocation;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** CAdES-BASELINE-B made with Bouncy Castle alone, as a peer of the Signer's own. */
final class TestCms {
    private static final ASN1ObjectIdentifier SIGNER_ATTRIBUTES_V2 = new ASN1ObjectIdentifier("0.4.0.19122.1.1");
    private static final ASN1ObjectIdentifier ROLE = new ASN1ObjectIdentifier("2.5.4.72");

    private TestCms() {}

    static byte[] enveloping(byte[] content, List<TestOfficial> officials) {
        return sign(content, officials, true, false);
    }

    static byte[] detached(byte[] content, TestOfficial official) {
        return sign(content, List.of(official), false, false);
    }

    /** For a PDF: its dictionary states time and place, so that the CMS must not (ETSI EN 319 142-1, 6.3). */
    static byte[] forPdf(byte[] content, TestOfficial official) {
        return sign(content, List.of(official), false, true);
    }

    private static byte[] sign(byte[] content, List<TestOfficial> officials, boolean encapsulate, boolean pdf) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (TestOfficial official : officials) {
                add(generator, official, pdf);
            }
            return generator
                    .generate(new CMSProcessableByteArray(content), encapsulate)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(CMSSignedDataGenerator generator, TestOfficial official, boolean pdf)
            throws OperatorCreationException, GeneralSecurityException, CMSException {
        Hashtable<ASN1ObjectIdentifier, Object> attributes = new Hashtable<>();
        put(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate(official));
        if (!official.role().isEmpty()) {
            put(attributes, SIGNER_ATTRIBUTES_V2, role(official.role()));
        }
        if (!pdf) {
            put(
                    attributes,
                    PKCSObjectIdentifiers.id_aa_ets_signerLocation,
                    new SignerLocation(null, new DERUTF8String("Tolitoli"), null));
        }
        JcaSignerInfoGeneratorBuilder builder = new JcaSignerInfoGeneratorBuilder(new BcDigestCalculatorProvider());
        builder.setSignedAttributeGenerator(parameters -> {
            AttributeTable all =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)).getAttributes(parameters);
            return pdf ? all.remove(CMSAttributes.signingTime) : all;
        });
        generator.addSignerInfoGenerator(builder.build(
                new JcaContentSignerBuilder("SHA256withRSA")
                        .build(official.key().privateKey()),
                official.key().certificate()));
        generator.addCertificates(new JcaCertStore(official.key().chain()));
    }

    private static void put(
            Hashtable<ASN1ObjectIdentifier, Object> attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
        attributes.put(type, new Attribute(type, new DERSet(value)));
    }

    private static SigningCertificateV2 signingCertificate(TestOfficial official) throws GeneralSecurityException {
        byte[] encoded = official.key().certificate().getEncoded();
        return new SigningCertificateV2(
                new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(encoded)));
    }

    /** SignerAttributeV2 with one claimed attribute (ETSI EN 319 122-1, 5.2.6.1). */
    private static DERSequence role(String role) {
        ASN1EncodableVector attribute = new ASN1EncodableVector();
        attribute.add(ROLE);
        attribute.add(new DERSet(new DERUTF8String(role)));
        return new DERSequence(new DERTaggedObject(true, 0, new DERSequence(new DERSequence(attribute))));
    }
}
