package id.espm.signer.pdf.appearance.block;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The decoded samples of an image (ISO 32000-2, 8.9.5.2). */
final class Samples {
    private static final int BYTE = 8;
    private static final int TWO_BYTES = 16;

    private final byte[] data;
    private final int components;
    private final int bits;
    private final int rowLength;
    private final boolean inverted;

    Samples(PDImageXObject image) throws IOException {
        components = image.getColorSpace().getNumberOfComponents();
        bits = image.getBitsPerComponent();
        rowLength = (image.getWidth() * components * bits + BYTE - 1) / BYTE;
        COSArray decode = image.getDecode();
        inverted = decode != null && decode.size() > 0 && decode.toFloatArray()[0] > 0;
        try (InputStream in = image.createInputStream()) {
            data = in.readAllBytes();
        }
        if (data.length < (long) rowLength * image.getHeight()) {
            throw new IOException("fewer samples than the picture's size asks for");
        }
    }

    /** From 0 to 1. */
    float at(int x, int y, int component) {
        float value = (float) raw(x, y, component) / ((1 << bits) - 1);
        return inverted ? 1 - value : value;
    }

    /** As stored. */
    int raw(int x, int y, int component) {
        int index = x * components + component;
        int row = y * rowLength;
        if (bits == BYTE) {
            return data[row + index] & 0xff;
        }
        if (bits == TWO_BYTES) {
            return ((data[row + 2 * index] & 0xff) << BYTE) | (data[row + 2 * index + 1] & 0xff);
        }
        int bit = index * bits;
        return ((data[row + bit / BYTE] & 0xff) >> (BYTE - bits - bit % BYTE)) & ((1 << bits) - 1);
    }
}
