package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** A PDF signed in the way of PDFBox's example {@code CreateSignature}, with Bouncy Castle's CMS. */
final class PdfBoxExample {
    private PdfBoxExample() {}

    static List<Contender> contenders(BenchSigner signer) {
        return List.of(Contender.signing(
                "PDFBox's example",
                Kind.PDF,
                input -> output -> sign(
                        input,
                        output,
                        signer.issued().privateKey(),
                        signer.issued().chain())));
    }

    static void sign(Path input, Path output, PrivateKey key, List<X509Certificate> chain) throws IOException {
        try (PDDocument document = Loader.loadPDF(input.toFile());
                OutputStream out = Files.newOutputStream(output)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName("Pejabat");
            signature.setLocation("Tolitoli");
            signature.setReason("Persetujuan SPM");
            signature.setSignDate(Calendar.getInstance());
            document.addSignature(signature);
            ExternalSigningSupport support = document.saveIncrementalForExternalSigning(out);
            support.setSignature(BouncyCastleCms.detached(support.getContent(), key, chain));
        }
    }
}
