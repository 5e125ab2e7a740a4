package id.espm.signer.benchmarks;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.signer.benchmarks.BenchCase.Kind;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;

/** The EU's DSS at the same level, PAdES-BASELINE-B and CAdES-BASELINE-B, as its documentation shows; RSA by the JDK. */
final class DssServices {
    private static final String TITLE = "EU DSS";

    private final IssuedKey key;

    private DssServices(IssuedKey key) {
        this.key = key;
    }

    static List<Contender> contenders(BenchSigner signer) {
        DssServices dss = new DssServices(signer.issued());
        return List.of(
                Contender.signing(
                        TITLE,
                        Kind.PDF,
                        input -> output ->
                                dss.pades(new FileDocument(input.toFile())).save(output.toString())),
                Contender.signing(
                        TITLE,
                        Kind.ADK,
                        input -> output ->
                                dss.cades(new FileDocument(input.toFile())).save(output.toString())));
    }

    private DSSDocument pades(DSSDocument document) throws GeneralSecurityException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setLocation("Tolitoli");
        parameters.setReason("Persetujuan SPM");
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        return service.signDocument(document, parameters, value(service.getDataToSign(document, parameters)));
    }

    private DSSDocument cades(DSSDocument document) throws GeneralSecurityException {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        CAdESService service = new CAdESService(new CommonCertificateVerifier(true));
        return service.signDocument(document, parameters, value(service.getDataToSign(document, parameters)));
    }

    private SignatureValue value(ToBeSigned data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.privateKey());
        signature.update(data.getBytes());
        return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
    }
}
