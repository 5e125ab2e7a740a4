package id.espm.signer.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Makes the files that are signed; the same call gives the same bytes. */
final class Inputs {
    private static final long SEED = 20261122;
    private static final int WIDTH = 1000;
    private static final int LINES = 4;

    private Inputs() {}

    /** Pages that hold one incompressible grey image each, as a scanner makes them; {@code size} bytes together. */
    static void scan(Path file, int pages, int size) throws IOException {
        Random random = new Random(SEED);
        int height = size / pages / WIDTH;
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            for (int i = 0; i < pages; i++) {
                byte[] grey = new byte[WIDTH * height];
                random.nextBytes(grey);
                PDImageXObject image = new PDImageXObject(
                        document, new ByteArrayInputStream(grey), null, WIDTH, height, 8, PDDeviceGray.INSTANCE);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            image,
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            save(document, file);
        }
    }

    /** Pages with a few lines of text and a note each: three objects a page, in a cross-reference table. */
    static void manyPages(Path file, int pages) throws IOException {
        Random random = new Random(SEED);
        try (PDDocument document = new PDDocument()) {
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.FONT, fonts());
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(resources);
                page.setContents(new PDStream(document, new ByteArrayInputStream(text(random, i))));
                PDAnnotationText note = new PDAnnotationText();
                note.setRectangle(new PDRectangle(500, 780, 20, 20));
                note.setContents("Lembar " + i);
                page.getAnnotations().add(note);
                document.addPage(page);
            }
            save(document, file);
        }
    }

    /** Bytes without any structure. */
    static void opaque(Path file, long size) throws IOException {
        Random random = new Random(SEED);
        byte[] buffer = new byte[100_000];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= buffer.length) {
                random.nextBytes(buffer);
                out.write(buffer, 0, (int) Math.min(buffer.length, left));
            }
        }
    }

    private static void save(PDDocument document, Path file) throws IOException {
        document.setDocumentId(SEED);
        document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
    }

    /** By hand: PDFBox would search this machine for a file of the font. */
    private static COSDictionary fonts() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        return fonts;
    }

    private static byte[] text(Random random, int page) {
        StringBuilder text = new StringBuilder("BT /F1 10 Tf 50 780 Td 14 TL (Lembar " + page + ") Tj\n");
        for (int i = 0; i < LINES; i++) {
            text.append(String.format(Locale.ROOT, "T* (%016x%016x) Tj\n", random.nextLong(), random.nextLong()));
        }
        return text.append("ET").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
