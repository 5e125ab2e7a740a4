package id.espm.signer.cms;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.ByteSource;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Officials;
import id.espm.signer.Verdict;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures by programs that write otherwise than ours, judged by what they are. */
class ForeignCmsTest {
    private static final byte[] CONTENT = "SPM 00123A".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, SHA256withRSA",
        "RSA_2048, SHA512withRSA",
        "RSA_2048, SHA3-256withRSA",
        "RSA_2048, SHA256withRSAandMGF1",
        "EC_P256, SHA256withECDSA",
        "EC_P384, SHA384withECDSA"
    })
    void soundOnesInBerAreValid(KeyAlgorithm algorithm, String name) throws Exception {
        byte[] cms = sign(Officials.issue("Siti", algorithm), name, true, true);

        assertThat(cms[1]).as("indefinite length").isEqualTo((byte) 0x80);
        assertThat(verify(cms).verdict()).isEqualTo(Verdict.valid());
    }

    /** The content of PKCS #7 may be of any type (RFC 2315, 7); Bouncy Castle says what is wrong with it as it comes upon it. */
    @Test
    void aContentThatEndsTooEarlyIsMalformed() throws Exception {
        byte[] cms = unsorted(Officials.ppspm(), true);
        String bytes = new String(cms, StandardCharsets.ISO_8859_1);
        int content = bytes.indexOf(new String(CONTENT, StandardCharsets.ISO_8859_1));
        cms[content - 2] = 0x30;

        assertThat(verify(cms).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Invalid.class,
                        invalid -> assertThat(invalid.reason().kind()).isEqualTo(Kind.FORMAT_FAILURE));
    }

    @Test
    void aWeakHashIsIndeterminate() throws Exception {
        byte[] cms = sign(Officials.ppspm(), "SHA1withRSA", true, true);

        assertThat(verify(cms).verdict())
                .isEqualTo(
                        new Verdict.Indeterminate(new Finding(Kind.CRYPTO_CONSTRAINTS_FAILURE_NO_POE, "SHA1withRSA")));
    }

    @Test
    void aSignatureWithoutItsCertificateIsIndeterminate() throws Exception {
        byte[] cms = sign(Officials.ppspm(), "SHA256withRSA", true, false);

        assertThat(verify(cms).verdict())
                .isEqualTo(new Verdict.Indeterminate(Finding.of(Kind.NO_SIGNING_CERTIFICATE_FOUND)));
    }

    @Test
    void aDetachedOneWithoutItsContentIsIndeterminate() throws Exception {
        byte[] cms = sign(Officials.ppspm(), "SHA256withRSA", false, true);

        assertThat(verify(cms).verdict()).isEqualTo(new Verdict.Indeterminate(Finding.of(Kind.SIGNED_DATA_NOT_FOUND)));
    }

    @Test
    void certificatesAloneAreNotSigned() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificates(new JcaCertStore(List.of(Officials.ppspm().certificate())));

        FileReport report = verify(
                generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded());

        assertThat(report.signed()).isFalse();
    }

    @Test
    void attributesThatWereSignedUnsortedAreAcceptedAndTold() throws Exception {
        FileReport report = verify(unsorted(Officials.ppspm(), true));

        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(report.signatures().getFirst().modifications())
                .containsExactly("signed attributes are not in DER order");
    }

    @Test
    void unsortedAttributesOfAnotherContentAreNot() throws Exception {
        assertThat(verify(unsorted(Officials.ppspm(), false)).verdict()).isInstanceOf(Verdict.Invalid.class);
    }

    private static byte[] sign(IssuedKey key, String algorithm, boolean encapsulated, boolean withCertificate)
            throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(algorithm, key.privateKey(), key.certificate()));
        if (withCertificate) {
            generator.addCertificates(new JcaCertStore(key.chain()));
        }
        return generator
                .generate(new CMSProcessableByteArray(CONTENT), encapsulated)
                .getEncoded();
    }

    /** Two attributes in the order that DER forbids, signed as they are sent. */
    private static byte[] unsorted(IssuedKey key, boolean rightContent) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(rightContent ? CONTENT : new byte[1]);
        ASN1Set attributes = new DLSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(hash))),
            new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data))
        });
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.privateKey());
        signature.update(attributes.getEncoded(ASN1Encoding.DL));
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        JcaX509CertificateHolder certificate = new JcaX509CertificateHolder(key.certificate());
        ASN1Encodable signer = sequence(
                new ASN1Integer(1),
                new IssuerAndSerialNumber(certificate.toASN1Structure()),
                sha256,
                new DLTaggedObject(false, 0, attributes),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new DEROctetString(signature.sign()));
        ASN1Encodable data = sequence(
                new ASN1Integer(1),
                new DLSet(sha256),
                sequence(CMSObjectIdentifiers.data, new DLTaggedObject(true, 0, new DEROctetString(CONTENT))),
                new DLTaggedObject(false, 0, new DLSet(certificate.toASN1Structure())),
                new DLSet(signer));
        return sequence(CMSObjectIdentifiers.signedData, new DLTaggedObject(true, 0, data))
                .getEncoded(ASN1Encoding.DL);
    }

    private static DLSequence sequence(ASN1Encodable... parts) {
        return new DLSequence(parts);
    }

    private static FileReport verify(byte[] cms) throws Exception {
        return new CmsFileVerifier(Officials.trusting())
                .verifyEnveloping("a.p7m", ByteSource.of(cms), OutputStream.nullOutputStream());
    }
}
