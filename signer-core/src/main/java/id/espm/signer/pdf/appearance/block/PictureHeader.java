package id.espm.signer.pdf.appearance.block;

import java.nio.ByteBuffer;

/** How large a picture says it is, read before anything is decoded, so that a small file cannot fill the memory. */
final class PictureHeader {
    private static final int IHDR = 16;
    private static final int SIGNATURE_AND_IHDR = 24;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;

    private PictureHeader() {}

    /** Pixels of a PNG (ISO/IEC 15948, 11.2.1), or -1. */
    static long pixelsOfPng(byte[] png) {
        if (png.length < SIGNATURE_AND_IHDR) {
            return -1;
        }
        ByteBuffer header = ByteBuffer.wrap(png, IHDR, 8);
        long width = header.getInt();
        long height = header.getInt();
        return width <= 0 || height <= 0 ? -1 : width * height;
    }

    /** Pixels of a JPEG by its frame header (ITU-T T.81, B.2.2), or -1. */
    static long pixelsOfJpeg(byte[] jpeg) {
        int at = 2;
        while (at + 9 < jpeg.length) {
            if ((jpeg[at] & 0xff) != 0xff) {
                return -1;
            }
            int marker = jpeg[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                return (long) twoBytes(jpeg, at + 5) * twoBytes(jpeg, at + 7);
            }
            at += 2 + twoBytes(jpeg, at + 2);
        }
        return -1;
    }

    /** All of C0 to CF but the tables DHT and DAC, and JPG, which is reserved. */
    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int twoBytes(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
