package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** CMS as Bouncy Castle's own generators make it, with hash and RSA by the JDK. */
final class BouncyCastleCms {
    private static final int LARGE = 1 << 16;

    private BouncyCastleCms() {}

    static List<Contender> contenders(BenchSigner signer) {
        return List.of(
                Contender.signing("BC's stream generator", Kind.ADK, input -> output -> {
                    try (OutputStream out = Files.newOutputStream(output)) {
                        enveloping(input, out, 0, signer);
                    }
                }),
                Contender.signing("BC's stream generator, tuned (64 KiB)", Kind.ADK, input -> output -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output), LARGE)) {
                        enveloping(input, out, LARGE, signer);
                    }
                }));
    }

    private static void enveloping(Path input, OutputStream out, int chunk, BenchSigner signer) throws Exception {
        CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
        generator.addSignerInfoGenerator(
                signerInfo(signer.issued().privateKey(), signer.issued().certificate()));
        generator.addCertificates(new JcaCertStore(signer.issued().chain()));
        if (chunk > 0) {
            generator.setBufferSize(chunk);
        }
        try (InputStream in = Files.newInputStream(input);
                OutputStream content = generator.open(out, true)) {
            byte[] buffer = new byte[chunk > 0 ? chunk : 8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                content.write(buffer, 0, n);
            }
        }
    }

    /** A detached signature in the way of PDFBox's example {@code CreateSignatureBase}, but in DER as ISO 32000-2, 12.8.3.3 asks. */
    static byte[] detached(InputStream content, PrivateKey key, List<X509Certificate> chain) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo(key, chain.getFirst()));
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new Streamed(content), false).getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private static SignerInfoGenerator signerInfo(PrivateKey key, X509Certificate certificate)
            throws OperatorCreationException, CertificateEncodingException {
        return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(new JcaContentSignerBuilder("SHA256WithRSA").build(key), certificate);
    }

    /** Content that is read once and not held. */
    private record Streamed(InputStream in) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            in.transferTo(out);
            in.close();
        }

        @Override
        public Object getContent() {
            return in;
        }
    }
}
