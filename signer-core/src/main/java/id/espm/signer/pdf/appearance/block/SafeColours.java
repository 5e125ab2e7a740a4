package id.espm.signer.pdf.appearance.block;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Colour spaces that say what they mean by themselves (ISO 32000-2, 8.6.5). A device's colours would break a PDF/A that has
 * no OutputIntent (ISO 19005-1, 6.2.3.3).
 */
final class SafeColours {
    private static final COSName CAL_RGB = COSName.getPDFName("CalRGB");
    private static final COSName GAMMA = COSName.getPDFName("Gamma");
    private static final COSName MATRIX = COSName.getPDFName("Matrix");
    private static final COSName WHITE_POINT = COSName.getPDFName("WhitePoint");
    private static final int LEVELS = 256;
    private static final float DISPLAY_GAMMA = 2.2f;
    /** D65 and the primaries of sRGB (IEC 61966-2-1). */
    private static final float[] D65 = {0.9505f, 1, 1.089f};

    private static final float[] PRIMARIES = {
        0.4124f, 0.2126f, 0.0193f, 0.3576f, 0.7152f, 0.1192f, 0.1805f, 0.0722f, 0.9505f
    };

    private SafeColours() {}

    /**
     * One component of a byte: 0 is black, 255 is white. A palette of grays, since Poppler shows CalGray's white as cream.
     */
    static COSArray gray() {
        byte[] palette = new byte[3 * LEVELS];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (i / 3);
        }
        COSArray space = new COSArray();
        space.add(COSName.INDEXED);
        space.add(rgb());
        space.add(COSInteger.get(LEVELS - 1L));
        space.add(new COSString(palette));
        return space;
    }

    /** Three components, close to sRGB. */
    static COSArray rgb() {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(WHITE_POINT, numbers(D65));
        parameters.setItem(GAMMA, numbers(DISPLAY_GAMMA, DISPLAY_GAMMA, DISPLAY_GAMMA));
        parameters.setItem(MATRIX, numbers(PRIMARIES));
        COSArray space = new COSArray();
        space.add(CAL_RGB);
        space.add(parameters);
        return space;
    }

    private static COSArray numbers(float... values) {
        COSArray numbers = new COSArray();
        for (float value : values) {
            numbers.add(value == 1 ? COSInteger.ONE : new COSFloat(value));
        }
        return numbers;
    }
}
