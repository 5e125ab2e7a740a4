package id.espm.signer.pdf.appearance.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PictureTest {
    private static final Path NAME = Path.of("ttd.png");

    /** A picture whose left half is blue and whose right half is nothing, or white. */
    public static byte[] png(int width, int height, boolean transparent) throws IOException {
        return encoded("png", transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB, width, height);
    }

    private static byte[] encoded(String format, int type, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        if (!image.getColorModel().hasAlpha()) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
        }
        pen.setColor(new Color(20, 40, 160));
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void everyKindOfPngBecomesOpaqueOnWhite(int type) throws IOException, SignerException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = PictureObject.in(document, SignaturePicture.of(NAME, encoded("png", type, 40, 20)));

            assertThat(image.getCOSObject().containsKey(COSName.SMASK)).isFalse();
            assertThat(image.getBitsPerComponent()).isEqualTo(8);
            byte[] samples;
            try (InputStream in = image.createInputStream()) {
                samples = in.readAllBytes();
            }
            int components = samples.length / (40 * 20);
            int last = samples[samples.length - 1] & 0xff;
            assertThat(components).isIn(1, 3);
            assertThat(last).isGreaterThan(250);
            assertThat(samples[0] & 0xff).isLessThan(130);
            assertThat(components == 1 || (samples[2] & 0xff) > 100).isTrue();
        }
    }

    @Test
    void aJpegKeepsItsEncodingAndGetsColoursThatMeanSomething() throws IOException, SignerException {
        try (PDDocument document = new PDDocument()) {
            byte[] jpeg = encoded("jpg", BufferedImage.TYPE_INT_RGB, 64, 64);
            PDImageXObject image = PictureObject.in(document, SignaturePicture.of(NAME, jpeg));

            assertThat(image.getCOSObject().getFilters()).isEqualTo(COSName.DCT_DECODE);
            COSArray space = (COSArray) image.getCOSObject().getItem(COSName.COLORSPACE);
            assertThat(space.getName(0)).isEqualTo("CalRGB");
        }
    }

    @Test
    void aLargePictureBecomesNoLargerThanABlockCanShow() throws IOException, SignerException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = PictureObject.in(document, SignaturePicture.of(NAME, png(2400, 1200, true)));

            assertThat(image.getWidth()).isEqualTo(800);
            assertThat(image.getHeight()).isEqualTo(400);
        }
    }

    @Test
    void damagedPicturesAreRefusedWhateverIsDamaged() throws IOException {
        byte[] sound = png(40, 20, true);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            if (damaged.length > 9) {
                damaged[8 + random.nextInt(damaged.length - 8)] ^= (byte) (1 + random.nextInt(255));
            }
            try (PDDocument document = new PDDocument()) {
                assertThat(PictureObject.in(document, SignaturePicture.of(NAME, damaged)))
                        .isNotNull();
            } catch (SignerException e) {
                assertThat(e.problem()).isEqualTo(new Problem.PictureUnusable(NAME));
            }
        }
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] bomb = png(40, 20, false);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);

        try (PDDocument document = new PDDocument()) {
            assertThatThrownBy(() -> PictureObject.in(document, SignaturePicture.of(NAME, bomb)))
                    .isInstanceOf(SignerException.class);
        }
        assertThatThrownBy(
                        () -> SignaturePicture.of(NAME, "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(SignerException.class);
    }
}
