package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** A PDF/A without any OutputIntent, judged by veraPDF before and after a block is put into it. */
class PdfAStaysPdfATest {
    private static final String XMP = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>%s</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1,PDFA_1_B,1.4", "2,PDFA_2_B,1.7", "3,PDFA_3_B,1.7"})
    void pdfAStaysPdfA(String part, PDFAFlavour flavour, float version) throws Exception {
        for (byte[] picture : List.of(PictureTest.png(200, 100, true), PictureTest.png(200, 100, false))) {
            Path pdf = folder.resolve("a" + part + ".pdf");
            try (PDDocument document = Stamping.blank(PDRectangle.A4, PDRectangle.A4, 90)) {
                document.setVersion(version);
                PDMetadata metadata = new PDMetadata(document);
                metadata.importXMPMetadata(String.format(XMP, part).getBytes(StandardCharsets.UTF_8));
                document.getDocumentCatalog().setMetadata(metadata);
                Stamping.stamp(
                                document,
                                new VisibleSignature(
                                        Template.usual(),
                                        Optional.of(SignaturePicture.of(Path.of("ttd.png"), picture))),
                                Stamping.content("Siti \u0633\u064a\u062a\u064a \uE123 Łucja"),
                                pdf)
                        .close();
            }

            assertThat(findings(pdf, flavour)).isEmpty();
        }
    }

    @Test
    void theJudgeSeesADevicesColours() throws Exception {
        Path pdf = folder.resolve("device.pdf");
        try (PDDocument document = Stamping.blank(PDRectangle.A4, PDRectangle.A4, 0)) {
            document.setVersion(1.4f);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(String.format(XMP, "1").getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                out.write("0 g 10 10 10 10 re f".getBytes(StandardCharsets.US_ASCII));
            }
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, content);
            document.save(pdf.toFile());
        }

        assertThat(findings(pdf, PDFAFlavour.PDFA_1_B)).isNotEmpty();
    }

    private static List<String> findings(Path pdf, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf.toFile(), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(a -> a.getRuleId() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
