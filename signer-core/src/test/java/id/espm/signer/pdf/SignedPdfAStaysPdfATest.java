package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.CheckedFile;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** veraPDF must find nothing in a PDF/A after it was signed, seen or not, at the lowest level and the highest. */
class SignedPdfAStaysPdfATest {
    @TempDir
    static Path folder;

    private static LivePki pki;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @CsvSource({"1,PDFA_1_B", "2,PDFA_2_B", "3,PDFA_3_B"})
    void aSignatureThatIsNotSeen(String part, PDFAFlavour flavour) throws Exception {
        for (SignatureLevel level : new SignatureLevel[] {SignatureLevel.B_B, SignatureLevel.B_LTA}) {
            PdfSigningRequest request = request(part).build();

            assertThat(PdfA.findings(sign(request, level), flavour))
                    .as("%s", level)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,PDFA_1_B", "2,PDFA_2_B", "3,PDFA_3_B"})
    void aSignatureThatIsSeen(String part, PDFAFlavour flavour) throws Exception {
        PdfSigningRequest request =
                request(part).visible(VisibleSignature.of(Template.usual())).build();

        assertThat(PdfA.findings(sign(request, SignatureLevel.B_T), flavour)).isEmpty();
    }

    private static PdfSigningRequest.Builder request(String part) throws Exception {
        Path pdf = Files.createTempFile(folder, "asli", ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PdfA.state(document, part);
            document.save(pdf.toFile(), CompressParameters.NO_COMPRESSION);
        }
        return new PdfSigningRequest.Builder(CheckedFile.of(pdf), Officials.context());
    }

    private static Path sign(PdfSigningRequest request, SignatureLevel level) throws Exception {
        Path signed = Files.createTempFile(folder, "signed", ".pdf");
        try (SigningKey key = Officials.open(pki.issue("PPSPM", KeyAlgorithm.RSA_2048), folder);
                OutputStream out = Files.newOutputStream(signed)) {
            new PdfSigner(pki.method(level)).sign(request, key, out);
        }
        return signed;
    }
}
