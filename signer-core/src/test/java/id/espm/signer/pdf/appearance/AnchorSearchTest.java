package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.espm.signer.SignerException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorSearchTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTextIsFoundWhereItStandsOnTurnedAndCroppedPages(int rotation) throws IOException, SignerException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(-100, -50, 700, 900));
            page.setCropBox(new PDRectangle(-80, -20, 600, 800));
            page.setRotation(rotation);
            document.addPage(page);
            write(document, page, "Tolitoli, #ttd", Matrix.getRotateInstance(Math.toRadians(rotation), 200, 300));

            List<PageArea> found = AnchorSearch.find(document, "#");

            float along = new PDType1Font(Standard14Fonts.FontName.HELVETICA).getStringWidth("Tolitoli, ") / 100;
            double angle = Math.toRadians(rotation);
            assertThat(found).hasSize(1);
            PageArea anchor = found.getFirst();
            double x = 200 + along * Math.cos(angle);
            double y = 300 + along * Math.sin(angle);
            assertThat(x).isBetween(anchor.left() - 0.5, anchor.right() + 0.5);
            assertThat(y).isBetween(anchor.bottom() - 0.5, anchor.top() + 0.5);
            UprightPage upright = new UprightPage(Stamping.pages(document).geometry(0));
            PageArea start = new PageArea(0, (float) x, (float) y, (float) x, (float) y);
            assertThat(upright.leftOf(anchor)).isCloseTo(upright.leftOf(start), within(0.5));
            assertThat(upright.topOf(anchor) - upright.topOf(start)).isBetween(5.0, 10.0);
        }
    }

    @Test
    void placesAreInTheOrderOfPagesAndLines() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                write(document, page, "di bawah: $ dan $", Matrix.getTranslateInstance(100, 200));
                write(document, page, "di atas: $", Matrix.getTranslateInstance(100, 700));
            }

            List<PageArea> found = AnchorSearch.find(document, "$");

            assertThat(found).extracting(PageArea::page).containsExactly(0, 0, 0, 1, 1, 1);
            assertThat(found.get(0).bottom()).isGreaterThan(found.get(1).bottom());
            assertThat(found.get(1).left()).isLessThan(found.get(2).left());
            assertThat(AnchorSearch.find(document, "#")).isEmpty();
            assertThat(AnchorSearch.find(document, "bawah: $")).hasSize(2);
        }
    }

    private static void write(PDDocument document, PDPage page, String text, Matrix matrix) throws IOException {
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            pen.setTextMatrix(matrix);
            pen.showText(text);
            pen.endText();
        }
    }
}
