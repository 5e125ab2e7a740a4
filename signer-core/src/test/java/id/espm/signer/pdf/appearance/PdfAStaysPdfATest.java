package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.pdf.PdfA;
import id.espm.signer.pdf.appearance.block.PictureTest;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF/A without any OutputIntent, judged by veraPDF before and after a block is put into it. */
class PdfAStaysPdfATest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1,PDFA_1_B", "2,PDFA_2_B", "3,PDFA_3_B"})
    void pdfAStaysPdfA(String part, PDFAFlavour flavour) throws Exception {
        for (byte[] picture : List.of(PictureTest.png(200, 100, true), PictureTest.png(200, 100, false))) {
            Path pdf = folder.resolve("a" + part + ".pdf");
            try (PDDocument document = Stamping.blank(PDRectangle.A4, PDRectangle.A4, 90)) {
                PdfA.state(document, part);
                Stamping.stamp(
                                document,
                                new VisibleSignature(
                                        Template.usual(),
                                        Optional.of(SignaturePicture.of(Path.of("ttd.png"), picture))),
                                Stamping.content("Siti \u0633\u064a\u062a\u064a \uE123 Łucja"),
                                pdf)
                        .close();
            }

            assertThat(PdfA.findings(pdf, flavour)).isEmpty();
        }
    }

    @Test
    void theJudgeSeesADevicesColours() throws Exception {
        Path pdf = folder.resolve("device.pdf");
        try (PDDocument document = Stamping.blank(PDRectangle.A4, PDRectangle.A4, 0)) {
            PdfA.state(document, "1");
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                out.write("0 g 10 10 10 10 re f".getBytes(StandardCharsets.US_ASCII));
            }
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, content);
            document.save(pdf.toFile());
        }

        assertThat(PdfA.findings(pdf, PDFAFlavour.PDFA_1_B)).isNotEmpty();
    }
}
