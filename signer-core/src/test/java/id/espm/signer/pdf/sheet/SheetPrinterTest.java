package id.espm.signer.pdf.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.pdf.appearance.font.FontLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SheetPrinterTest {
    private static final String LONG_NAME =
            "Prof. Dr. Ir. Raden Mas Haryo Kusumo Wiroatmodjo Sastrodiningrat-Tjokroaminoto, "
                    + "S.E., Ak., M.Si., M.Ak., Ph.D., CA., CPA., QIA., CRMP.";

    private final SheetPrinter printer = new SheetPrinter(FontLibrary.of(List.of()));

    private record Printed(List<String> pages, String language, String title) {}

    private Printed print(SheetSection... sections) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print("Laporan", Locale.of("id"), List.of(sections), out);
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
            }
            return new Printed(
                    pages,
                    document.getDocumentCatalog().getLanguage(),
                    document.getDocumentInformation().getTitle());
        }
    }

    private static SheetSection rows(int count) {
        List<SheetPart> parts = new ArrayList<>(List.of(new SheetPart.Title("Judul")));
        parts.addAll(Collections.nCopies(count, new SheetPart.Row("Label", "nilai")));
        return new SheetSection(parts, "kaki");
    }

    @Test
    void everyPartIsPrintedInAnyScript() throws IOException {
        Printed printed = print(new SheetSection(
                List.of(
                        new SheetPart.Title("Judul"),
                        new SheetPart.Badge("ASLI DAN SAH", Tone.GOOD),
                        new SheetPart.Heading("Tanda tangan 1"),
                        new SheetPart.Status("tidak sah", Tone.BAD),
                        new SheetPart.Row("Penanda tangan", LONG_NAME),
                        new SheetPart.Row("Nama", "Łukasz Ωμέγα Жуков 王"),
                        new SheetPart.Paragraph("Satu kalimat."),
                        new SheetPart.Note("Catatan kecil.")),
                "kaki halaman"));

        assertThat(printed.pages()).hasSize(1);
        assertThat(printed.pages().getFirst())
                .contains("Judul", "ASLI DAN SAH", "Tanda tangan 1", "tidak sah", "Satu kalimat.", "Catatan kecil.")
                .contains("Prof. Dr. Ir. Raden Mas", "QIA., CRMP.", "Łukasz Ωμέγα Жуков", "kaki halaman");
        assertThat(printed.language()).isEqualTo("id");
        assertThat(printed.title()).isEqualTo("Laporan");
    }

    @Test
    void eachSectionBeginsOnAPageOfItsOwn() throws IOException {
        assertThat(print(rows(3), rows(1)).pages())
                .hasSize(2)
                .allSatisfy(page -> assertThat(page).startsWith("Judul").endsWith("kaki"));
    }

    @Test
    void whatIsALittleTooLongIsSetSmaller() throws IOException {
        assertThat(print(rows(50)).pages()).hasSize(1);
        assertThat(print(rows(56)).pages()).hasSize(1);
    }

    @Test
    void whatDoesNotFitGoesOnWithNumberedPagesAndLosesNothing() throws IOException {
        Printed printed = print(rows(120));

        assertThat(printed.pages()).hasSize(3);
        assertThat(printed.pages().getFirst()).endsWith("1 / 3");
        assertThat(String.join(" ", printed.pages()).split("nilai", -1)).hasSize(121);
    }

    @Test
    void aHeadingIsNeverAloneAtTheFootOfAPage() throws IOException {
        for (int count = 80; count < 100; count++) {
            List<SheetPart> parts = new ArrayList<>(rows(count).parts());
            parts.add(new SheetPart.Heading("Kepala"));
            parts.add(new SheetPart.Paragraph("Badan"));

            assertThat(print(new SheetSection(parts, "kaki")).pages())
                    .filteredOn(page -> page.contains("Kepala"))
                    .allSatisfy(page -> assertThat(page).contains("Kepala Badan"));
        }
    }

    @Test
    void aWordWithoutAnEndAndAnEmptyValueDoNoHarm() throws IOException {
        Printed printed = print(new SheetSection(
                List.of(new SheetPart.Row("x".repeat(300), "y".repeat(3000)), new SheetPart.Row("", "")),
                "z".repeat(500)));

        assertThat(printed.pages()).isNotEmpty();
    }
}
