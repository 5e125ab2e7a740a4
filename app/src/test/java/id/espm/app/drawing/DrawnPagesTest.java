package id.espm.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.SamplePdfs;
import id.espm.signer.FileRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPagesTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final DrawnPages eyes = new DrawnPages();

    @TempDir
    Path folder;

    @Test
    void oneDigitIsSeen() throws Exception {
        FileRegion then = pdf("Rp 1.250.000", "Lampiran");
        FileRegion now = pdf("Rp 7.250.000", "Lampiran");

        assertThat(eyes.compare(then, now)).contains("looks different: 1");
    }

    @Test
    void pagesThatLookTheSameAreCounted() throws Exception {
        assertThat(eyes.compare(pdf("Satu", "Dua"), pdf("Satu", "Dua"))).contains("looks the same: 2");
    }

    @Test
    void aPageThatWasAddedLooksDifferent() throws Exception {
        assertThat(eyes.compare(pdf("Satu"), pdf("Satu", "Dua"))).contains("looks different: 2");
    }

    @Test
    void anEarlierStateIsThatManyBytesOfTheFile() throws Exception {
        FileRegion whole = pdf("Satu");

        assertThat(eyes.compare(whole.part(0, whole.length()), whole)).contains("looks the same: 1");
    }

    @Test
    void whatCannotBeDrawnIsNotSpokenOf() throws Exception {
        Path noPdf = Files.writeString(folder.resolve("x.pdf"), "bukan PDF");

        assertThat(eyes.compare(FileRegion.whole(noPdf), pdf("Satu"))).isEmpty();
    }

    /** What cannot be read may have become another picture. */
    @Test
    void picturesThatCannotBeReadAreNotSaidToBeTheSame() throws Exception {
        FileRegion unreadable = FileRegion.whole(SamplePdfs.unreadablePicture(folder.resolve("jpx.pdf")));

        assertThat(eyes.compare(unreadable, unreadable)).isEmpty();
    }

    @Test
    void scansInJbig2AreDrawn() throws Exception {
        PagePicture drawn = draw(SamplePdfs.jbig2(folder.resolve("jbig2.pdf")));

        assertThat(drawn.complete()).isTrue();
        int middle = drawn.height() / 2 * drawn.width() + drawn.width() / 2;
        assertThat(drawn.argb()[middle - 20]).isNotEqualTo(drawn.argb()[middle + 20]);
        assertThat(Set.of(drawn.argb()[middle - 20], drawn.argb()[middle + 20])).isEqualTo(Set.of(BLACK, WHITE));
    }

    @Test
    void aPictureThatCannotBeReadIsCrossedOut() throws Exception {
        PagePicture drawn = draw(SamplePdfs.unreadablePicture(folder.resolve("crossed.pdf")));

        assertThat(drawn.complete()).isFalse();
        assertThat(drawn.argb()).doesNotContain(WHITE);
    }

    private PagePicture draw(Path file) throws Exception {
        try (DrawnPdf pdf = DrawnPdf.open(FileRegion.whole(file))) {
            return pdf.draw(0, 0.5, () -> false).orElseThrow();
        }
    }

    private FileRegion pdf(String... pages) throws IOException {
        Path file = Files.createTempFile(folder, "a", ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (String text : List.of(pages)) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    content.newLineAtOffset(100, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return FileRegion.whole(file);
    }
}
