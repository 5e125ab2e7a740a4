package id.espm.sandbox.espm.receipt;

import id.espm.sandbox.espm.store.StoredReceipt;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes receipts and signs them: a detached CMS signature (RFC 5652) over exactly the bytes of the JSON, with the
 * attributes of CAdES-BASELINE-B (ETSI EN 319 122-1), so that openssl and DSS can judge it.
 */
public final class ReceiptSigner {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /**
     * A signer.
     *
     * @param chain the certificate of the key first
     */
    public ReceiptSigner(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    public StoredReceipt sign(Receipt receipt) {
        return sign(JSON.writeValueAsBytes(receipt));
    }

    /** Signs the bytes of a receipt as they are; the array is not copied. */
    public StoredReceipt sign(byte[] json) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo());
            generator.addCertificates(new JcaCertStore(chain));
            byte[] signature =
                    generator.generate(new CMSProcessableByteArray(json), false).getEncoded("DER");
            return new StoredReceipt(json, signature);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("the receipt key does not sign", e);
        }
    }

    private SignerInfoGenerator signerInfo() throws OperatorCreationException, CertificateEncodingException {
        String algorithm = "EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
        ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key);
        return new JcaSignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                .setSignedAttributeGenerator(
                        new DefaultSignedAttributeTableGenerator(new AttributeTable(signingCertificate())))
                .build(signer, chain.getFirst());
    }

    private Attribute signingCertificate() throws CertificateEncodingException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(chain.getFirst().getEncoded());
            return new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
