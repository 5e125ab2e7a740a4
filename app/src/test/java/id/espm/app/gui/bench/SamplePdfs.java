package id.espm.app.gui.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** PDFs of many shapes, made here. */
public final class SamplePdfs {
    private static final int DPI = 150;
    private static final int HALF = 400;

    private SamplePdfs() {}

    private interface Content {
        void into(PDDocument document) throws IOException;
    }

    private static Path write(Path file, Content content) throws IOException {
        try (PDDocument document = new PDDocument()) {
            content.into(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** Pages of A4 with a number on each, in a colour of its own. */
    public static Path plain(Path file, int pages) throws IOException {
        return write(file, document -> {
            for (int i = 0; i < pages; i++) {
                paint(document, new PDPage(PDRectangle.A4), i);
            }
        });
    }

    /** Upright, on its side, upside down, small and large, one with a crop box that is not at the origin. */
    public static Path mixed(Path file) throws IOException {
        return write(file, document -> {
            for (int turn : new int[] {0, 90, 180, 270}) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(turn);
                paint(document, page, turn / 90);
            }
            paint(document, new PDPage(PDRectangle.A6), 4);
            PDPage cropped = new PDPage(PDRectangle.A3);
            cropped.setCropBox(new PDRectangle(100, 200, 400, 300));
            paint(document, cropped, 5);
        });
    }

    private static void paint(PDDocument document, PDPage page, int number) throws IOException {
        document.addPage(page);
        PDRectangle box = page.getCropBox();
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.setNonStrokingColor(Color.getHSBColor(number / 7f, 0.5f, 0.9f));
            out.addRect(box.getLowerLeftX() + 20, box.getLowerLeftY() + 20, 60, 40);
            out.fill();
        }
    }

    /** A page that is one picture in JBIG2 (ITU-T T.88), black on its left half, as scanners write texts. */
    public static Path jbig2(Path file) throws IOException {
        BufferedImage half = new BufferedImage(HALF, HALF, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D paint = half.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(HALF / 2, 0, HALF / 2, HALF);
        paint.dispose();
        return picture(file, COSName.JBIG2_DECODE, jbig2(half));
    }

    /** A page that is one picture which nobody can read. */
    public static Path unreadablePicture(Path file) throws IOException {
        return picture(file, COSName.JPX_DECODE, new byte[] {1, 2, 3});
    }

    private static Path picture(Path file, COSName filter, byte[] encoded) throws IOException {
        return write(file, document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject picture = new PDImageXObject(
                    document, new ByteArrayInputStream(encoded), filter, HALF, HALF, 1, PDDeviceGray.INSTANCE);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.drawImage(
                        picture,
                        0,
                        0,
                        page.getCropBox().getWidth(),
                        page.getCropBox().getHeight());
            }
        });
    }

    /** Segments as a PDF embeds them: page information, and one generic region in MMR, which is CCITT's Group 4. */
    private static byte[] jbig2(BufferedImage picture) throws IOException {
        byte[] group4;
        try (PDDocument unused = new PDDocument();
                InputStream raw = CCITTFactory.createFromImage(unused, picture)
                        .getCOSObject()
                        .createRawInputStream()) {
            group4 = raw.readAllBytes();
        }
        ByteBuffer segments = ByteBuffer.allocate(group4.length + 100);
        segments.putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
        segments.putInt(HALF).putInt(HALF).putInt(0).putInt(0).put((byte) 0).putShort((short) 0);
        segments.putInt(1).put((byte) 38).put((byte) 0).put((byte) 1).putInt(18 + group4.length);
        segments.putInt(HALF).putInt(HALF).putInt(0).putInt(0).put((byte) 0).put((byte) 1);
        segments.put(group4);
        return Arrays.copyOf(segments.array(), segments.position());
    }

    /** Pages that are one grey scan of A4 each, as an office's scanner makes them. */
    public static Path scan(Path file, int pages) throws IOException {
        return scan(file, pages, DPI);
    }

    /** The same at another resolution. */
    public static Path scan(Path file, int pages, int dpi) throws IOException {
        Random random = new Random(1);
        return write(file, document -> {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDImageXObject image = JPEGFactory.createFromImage(document, letter(random, dpi), 0.6f);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
        });
    }

    private static BufferedImage letter(Random random, int dpi) {
        BufferedImage image = new BufferedImage(dpi * 827 / 100, dpi * 1169 / 100, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.DARK_GRAY);
        int letter = Math.max(2, dpi / 20);
        for (int y = dpi; y < image.getHeight() - dpi; y += letter * 3) {
            for (int x = dpi; x < image.getWidth() - dpi; x += letter) {
                if (random.nextInt(6) > 0) {
                    pen.fillOval(x, y, 1 + random.nextInt(letter), 1 + random.nextInt(letter * 2));
                }
            }
        }
        pen.dispose();
        return image;
    }

    /** It opens with a password only. */
    public static Path encrypted(Path file) throws IOException {
        return write(file, document -> {
            paint(document, new PDPage(PDRectangle.A4), 0);
            document.protect(new StandardProtectionPolicy("pemilik", "rahasia", new AccessPermission()));
        });
    }

    /** A PDF's beginning and nothing that follows. */
    public static Path damaged(Path file) throws IOException {
        return Files.writeString(file, "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>>");
    }

    /** Its second page draws a form that draws itself twice, and so on. */
    public static Path endless(Path file) throws IOException {
        StringBuilder forms = new StringBuilder();
        int count = 26;
        for (int i = 0; i < count; i++) {
            String next = i + 1 < count ? "/Resources<</XObject<</F " + (11 + i) + " 0 R>>>>" : "";
            String content = i + 1 < count ? "/F Do /F Do " : "0 0 1 1 re f ";
            forms.append(10 + i)
                    .append(" 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]")
                    .append(next)
                    .append("/Length ")
                    .append(content.length())
                    .append(">>stream\n")
                    .append(content)
                    .append("\nendstream endobj\n");
        }
        return Files.writeString(
                file,
                "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 300 300]>> endobj\n"
                        + "3 0 obj <</Type/Page/Parent 2 0 R>> endobj\n"
                        + "4 0 obj <</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</XObject<</F 10 0 R>>>>>> endobj\n"
                        + "5 0 obj <</Type/Page/Parent 2 0 R>> endobj\n"
                        + "6 0 obj <</Length 6>>stream\n/F Do \nendstream endobj\n" + forms
                        + "trailer <</Root 1 0 R>>\n");
    }

    /** With an empty signature field of a size on its first page. */
    public static Path field(Path file, String name, PDRectangle place) throws IOException {
        return write(file, document -> {
            paint(document, new PDPage(PDRectangle.A4), 0);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(name);
            field.getWidgets().getFirst().setRectangle(place);
            field.getWidgets().getFirst().setPage(document.getPage(0));
            form.getFields().add(field);
            document.getPage(0).getAnnotations().add(field.getWidgets().getFirst());
        });
    }

    /** A dynamic XFA form, as far as it says so. */
    public static Path dynamicXfa(Path file) throws IOException {
        return write(file, document -> {
            paint(document, new PDPage(PDRectangle.A4), 0);
            document.getDocumentCatalog().getCOSObject().setBoolean(COSName.getPDFName("NeedsRendering"), true);
        });
    }
}
