package id.espm.signer.timestamp;

import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Subject;
import id.espm.signer.Officials;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A TSA that makes the tokens that Bouncy Castle's generator and the sandbox's authority refuse to make. */
final class HandmadeAuthority {
    private final IssuedKey key;
    private Optional<X509Certificate> named;
    private Instant time = Instant.now();
    private UnaryOperator<ASN1Sequence> change = info -> info;
    private Optional<Extensions> extensions = Optional.empty();

    private HandmadeAuthority(IssuedKey key) {
        this.key = key;
        this.named = Optional.of(key.certificate());
    }

    /** With the certificate of a TSA as it should be, but for a change. */
    static HandmadeAuthority certified(UnaryOperator<CertificateProfile.Builder> change) {
        CertificateProfile.Builder sound = CertificateProfile.timeStamping(Subject.named("TSA BUATAN TANGAN")
                .instansi("Kementerian Latihan")
                .build());
        return new HandmadeAuthority(Officials.ca().issue(change.apply(sound).build()));
    }

    HandmadeAuthority naming(Optional<X509Certificate> certificate) {
        named = certificate;
        return this;
    }

    HandmadeAuthority at(Instant value) {
        time = value;
        return this;
    }

    /** With another TSTInfo, as a sequence. */
    HandmadeAuthority saying(UnaryOperator<ASN1Sequence> value) {
        change = value;
        return this;
    }

    HandmadeAuthority extending(boolean critical) {
        extensions = Optional.of(
                new Extensions(new Extension(new ASN1ObjectIdentifier("2.999.5"), critical, new byte[] {5, 0})));
        return this;
    }

    /** The answer to a query. */
    byte[] answer(byte[] query) throws IOException {
        TimeStampReq asked = TimeStampReq.getInstance(query);
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("2.999.10.1"),
                asked.getMessageImprint(),
                new ASN1Integer(BigInteger.TEN),
                new ASN1GeneralizedTime(Date.from(time)),
                new Accuracy(new ASN1Integer(1), null, null),
                null,
                asked.getNonce(),
                null,
                extensions.orElse(null));
        byte[] content =
                change.apply(ASN1Sequence.getInstance(info.toASN1Primitive())).getEncoded();
        try {
            return new TimeStampResp(
                            PKIStatusInfo.getInstance(new DERSequence(new ASN1Integer(PKIStatus.GRANTED))),
                            signed(content))
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private ContentInfo signed(byte[] content)
            throws CMSException, OperatorCreationException, GeneralSecurityException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        if (named.isPresent()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(named.get().getEncoded());
            ASN1Encodable signingCertificate = new SigningCertificateV2(new ESSCertIDv2(hash));
            attributes.add(
                    new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(signingCertificate)));
        }
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build("SHA256withRSA", key.privateKey(), key.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true)
                .toASN1Structure();
    }
}
