package id.espm.signer.pdf.appearance.block;

/** A picture of opaque pixels, three bytes each, from the upper left. */
final class Raster {
    private static final int RGB = 3;

    private final int width;
    private final int height;
    private final byte[] rgb;

    Raster(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] rgb() {
        return rgb;
    }

    boolean isGray() {
        for (int i = 0; i < rgb.length; i += RGB) {
            if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
                return false;
            }
        }
        return true;
    }

    byte[] grayBytes() {
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = rgb[i * RGB];
        }
        return gray;
    }

    /** The same, with its longer side shortened by averaging whole pixels where it is longer than that. */
    Raster atMost(int side) {
        int step = (Math.max(width, height) + side - 1) / side;
        if (step <= 1) {
            return this;
        }
        int newWidth = Math.max(1, width / step);
        int newHeight = Math.max(1, height / step);
        byte[] small = new byte[newWidth * newHeight * RGB];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                for (int c = 0; c < RGB; c++) {
                    small[(y * newWidth + x) * RGB + c] = average(x * step, y * step, step, c);
                }
            }
        }
        return new Raster(newWidth, newHeight, small);
    }

    private byte average(int left, int top, int step, int component) {
        long sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + step, height); y++) {
            for (int x = left; x < Math.min(left + step, width); x++) {
                sum += rgb[(y * width + x) * RGB + component] & 0xff;
                count++;
            }
        }
        return (byte) (sum / count);
    }
}
