package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A picture as an image in a document, fit for PDF/A: without transparency, which is laid on white (ISO 19005-1, 6.4), and
 * in colours that no OutputIntent has to explain. A JPEG in RGB stays as it is; everything else becomes 8 bits a
 * component, and no larger than a block can show.
 */
final class PictureObject {
    private static final long MAX_PIXELS = 16_000_000;
    /** 300 dots per inch over 75 mm. */
    private static final int MAX_SIDE = 900;

    private static final int RGB = 3;

    private PictureObject() {}

    /** @throws SignerException {@link Problem.PictureUnusable} */
    static PDImageXObject in(PDDocument document, SignaturePicture picture) throws SignerException {
        byte[] bytes = picture.bytes();
        long pixels = picture.png() ? PictureHeader.pixelsOfPng(bytes) : PictureHeader.pixelsOfJpeg(bytes);
        if (pixels <= 0 || pixels > MAX_PIXELS) {
            throw new SignerException(new Problem.PictureUnusable(picture.file()));
        }
        try {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, bytes, "picture");
            int components = image.getColorSpace().getNumberOfComponents();
            if (!picture.png() && (components == RGB)) {
                image.getCOSObject().setItem(COSName.COLORSPACE, SafeColours.rgb());
                return image;
            }
            return encode(document, new Pixels(image).onWhite().atMost(MAX_SIDE));
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile bytes with exceptions of many kinds.
            throw new SignerException(new Problem.PictureUnusable(picture.file()), e);
        }
    }

    private static PDImageXObject encode(PDDocument document, Raster raster) throws IOException {
        boolean gray = raster.isGray();
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(gray ? raster.grayBytes() : raster.rgb());
        }
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setInt(COSName.WIDTH, raster.width());
        stream.setInt(COSName.HEIGHT, raster.height());
        stream.setInt(COSName.BITS_PER_COMPONENT, 8);
        stream.setItem(COSName.COLORSPACE, gray ? SafeColours.gray() : SafeColours.rgb());
        return new PDImageXObject(new PDStream(stream), null);
    }

    /** The samples of an image, read one after the other. */
    private static final class Pixels {
        private final PDImageXObject image;
        private final int width;
        private final int height;

        Pixels(PDImageXObject image) {
            this.image = image;
            this.width = image.getWidth();
            this.height = image.getHeight();
        }

        Raster onWhite() throws IOException {
            byte[] rgb = new byte[width * height * RGB];
            Samples colours = new Samples(image);
            PDImageXObject mask = image.getSoftMask();
            Samples alpha = mask == null ? null : new Samples(mask);
            if (mask != null && (mask.getWidth() != width || mask.getHeight() != height)) {
                throw new IOException("mask of another size");
            }
            PDColorSpace space = image.getColorSpace();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float opaque = alpha == null ? 1 : alpha.at(x, y, 0);
                    float[] colour = colour(space, colours, x, y);
                    for (int c = 0; c < RGB; c++) {
                        rgb[(y * width + x) * RGB + c] = (byte) Math.round(255 * (colour[c] * opaque + 1 - opaque));
                    }
                }
            }
            return new Raster(width, height, rgb);
        }

        private static float[] colour(PDColorSpace space, Samples samples, int x, int y) throws IOException {
            if (space instanceof PDIndexed) {
                return space.toRGB(new float[] {samples.raw(x, y, 0)});
            }
            float[] values = new float[space.getNumberOfComponents()];
            for (int c = 0; c < values.length; c++) {
                values[c] = samples.at(x, y, c);
            }
            return switch (values.length) {
                case 1 -> new float[] {values[0], values[0], values[0]};
                case RGB -> values;
                default -> space.toRGB(values);
            };
        }
    }
}
