package id.espm.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPagesTest {
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
