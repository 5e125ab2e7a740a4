package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.block.BlockContent;
import id.espm.signer.pdf.appearance.block.PictureTest;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.block.VerificationText;
import id.espm.signer.pdf.appearance.template.BlockSize;
import id.espm.signer.pdf.appearance.template.Length;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Template;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs that are not ours show of a block. */
class AppearanceRenderingTest {
    private static final String LONG_NAME = "Prof. Dr. Ir. Raden Mas Haryo Kusumodiningrat Sastroatmodjo Wirapradana"
            + " bin Abdurrahman Wahid al-Minangkabawi, S.E., M.M., Ak., CA., CPA., Ph.D.";
    private static final int DPI = 300;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0,KIRI_ATAS",
        "0,KANAN_BAWAH",
        "90,KIRI_ATAS",
        "90,KANAN_BAWAH",
        "180,KIRI_BAWAH",
        "180,KANAN_ATAS",
        "270,KIRI_ATAS",
        "270,KANAN_ATAS"
    })
    void theBlockStandsUprightInTheCornerThatTheViewerSees(int rotation, Place.Corner corner)
            throws IOException, SignerException, InterruptedException, ReaderException {
        BlockContent content = Stamping.content("Siti Rahmawati, S.E.");
        Template template = Template.builder().place(Place.InCorner.of(corner)).build();
        BufferedImage page =
                rendered(template, Optional.empty(), content, new PDRectangle(-60, -30, 500, 520), rotation);

        int left = corner.left() ? 0 : page.getWidth() / 2;
        int top = corner.top() ? 0 : page.getHeight() / 2;
        BufferedImage quarter = page.getSubimage(left, top, page.getWidth() / 2, page.getHeight() / 2);
        assertThat(ink(page)).isPositive();
        assertThat((double) ink(quarter) / ink(page)).isGreaterThan(0.8);
        assertThat(qr(page)).isEqualTo(VerificationText.of(content));
        assertThat(text()).contains("Siti Rahmawati, S.E.", "727101********03", "12.46.18 WITA", "Tolitoli");
        assertThat(text()).doesNotContain(Officials.NIK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"75x30", "50x20", "40x55", "120x60", "30x70"})
    void aVeryLongNameIsWholeAtEverySize(String size)
            throws IOException, SignerException, InterruptedException, ReaderException {
        String[] sides = size.split("x", -1);
        BlockSize block = new BlockSize(Length.parse(sides[0]), Length.parse(sides[1]));
        BlockContent content = Stamping.content(LONG_NAME);
        SignaturePicture picture = SignaturePicture.of(Path.of("ttd.png"), PictureTest.png(300, 150, true));
        Template template = Template.builder().size(block).build();

        BufferedImage page = rendered(template, Optional.of(picture), content, new PDRectangle(0, 0, 500, 400), 0);

        // Poppler takes a hyphen at the end of a line for one that was put there.
        assertThat(text().replaceAll("[\\s-]", "")).contains(LONG_NAME.replaceAll("[\\s-]", ""));
        // Beside the block everything stays white: nothing sticks out of the frame.
        double scale = DPI / 72.0;
        double margin = 12 * DPI / 25.4;
        int blockLeft = (int) (page.getWidth() - margin - block.width().points() * scale) - 3;
        int blockTop = (int) (page.getHeight() - margin - block.height().points() * scale) - 3;
        assertThat(ink(page.getSubimage(0, 0, blockLeft, page.getHeight()))).isZero();
        assertThat(ink(page.getSubimage(0, 0, page.getWidth(), blockTop))).isZero();
        // Nothing touches the frame from inside: a strip right under it holds the frame's own two lines alone.
        int inside = Math.max(2, (int) (0.7 * scale));
        assertThat(ink(page.getSubimage(
                        blockLeft + 12,
                        blockTop + 3 + inside,
                        (int) (block.width().points() * scale) - 24,
                        2)))
                .isZero();
    }

    @Test
    void lettersOfOtherScriptsAreShownAndCanBeFound() throws IOException, SignerException, InterruptedException {
        rendered(
                Template.usual(),
                Optional.empty(),
                Stamping.content("Łucja Đặng Ελένη Софья \u0633\u064a\u062a\u064a"),
                PDRectangle.A4,
                0);

        assertThat(text()).contains("Łucja Đặng Ελένη Софья", "\u0633\u064a\u062a\u064a");
    }

    @Test
    void aLetterThatNoFontHasIsReplacedVisiblyAndStillFound()
            throws IOException, SignerException, InterruptedException {
        BufferedImage page =
                rendered(Template.usual(), Optional.empty(), Stamping.content("\u9673\u9e97\u83ef"), PDRectangle.A4, 0);

        assertThat(text().replaceAll("\\s", "")).contains("\u9673\u9e97\u83ef");
        assertThat(ink(page)).isPositive();
    }

    private BufferedImage rendered(
            Template template, Optional<SignaturePicture> picture, BlockContent content, PDRectangle crop, int rotation)
            throws IOException, SignerException, InterruptedException {
        Path pdf = folder.resolve("stamped.pdf");
        PDRectangle media = new PDRectangle(
                crop.getLowerLeftX() - 20, crop.getLowerLeftY() - 10, crop.getWidth() + 70, crop.getHeight() + 40);
        try (PDDocument document = Stamping.blank(media, crop, rotation);
                RenderedAppearance kept =
                        Stamping.stamp(document, new VisibleSignature(template, picture), content, pdf)) {
            assertThat(kept.placed()).hasSize(1);
        }
        var check = Officials.judge("qpdf").run(folder, "--check", pdf.toString());
        assertThat(check.exit()).as(check.output()).isZero();
        var drawn = Officials.judge("pdftoppm")
                .run(folder, "-cropbox", "-r", String.valueOf(DPI), "-png", "-singlefile", pdf.toString(), "page");
        assertThat(drawn.output()).isEmpty();
        return ImageIO.read(folder.resolve("page.png").toFile());
    }

    private String text() throws IOException, InterruptedException {
        return Officials.judge("pdftotext")
                .run(folder, "-enc", "UTF-8", "stamped.pdf", "-")
                .output();
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xff) < 200 ? 1 : 0;
            }
        }
        return dark;
    }

    /** As a camera does, which takes picture after picture from another distance until one can be read. */
    private static String qr(BufferedImage image) throws ReaderException {
        for (double distance : new double[] {1, 0.5, 0.7, 1.4}) {
            try {
                return qrAt(image, distance);
            } catch (ReaderException e) {
                assertThat(e).isInstanceOfAny(ChecksumException.class, FormatException.class, NotFoundException.class);
            }
        }
        return qrAt(image, 2);
    }

    private static String qrAt(BufferedImage image, double scale) throws ReaderException {
        int width = (int) (image.getWidth() * scale);
        int height = (int) (image.getHeight() * scale);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        int[] pixels = scaled.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
