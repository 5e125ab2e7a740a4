package id.espm.signer.pdf;

/** How long the first element of a BER encoding is (ITU-T X.690, 8.1), so that what follows it is known to be padding. */
final class BerLength {
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1f;

    private final byte[] encoding;
    private int position;
    /** How many elements of indefinite length are still to end. */
    private int open;

    private BerLength(byte[] encoding) {
        this.encoding = encoding;
    }

    /** Header and content in bytes, with the ends of contents; -1 where it is not all there, or cannot be read. */
    static long ofFirstElement(byte[] encoding) {
        BerLength length = new BerLength(encoding);
        do {
            if (!length.step()) {
                return -1;
            }
        } while (length.open > 0);
        return length.position;
    }

    /** Passes one element of definite length, the header of one of indefinite length, or the end of its contents. */
    private boolean step() {
        if (position + 2 > encoding.length) {
            return false;
        }
        if (open > 0 && encoding[position] == 0 && encoding[position + 1] == 0) {
            open--;
            position += 2;
            return true;
        }
        int first = encoding[position] & 0xff;
        int size = encoding[position + 1] & 0xff;
        if ((first & HIGH_TAG) == HIGH_TAG) {
            return false;
        }
        position += 2;
        if (size == 0x80) {
            open++;
            return (first & CONSTRUCTED) != 0;
        }
        return skip(size);
    }

    private boolean skip(int size) {
        long length = size;
        if (size > 0x80) {
            int octets = size & 0x7f;
            if (octets > 4 || position + octets > encoding.length) {
                return false;
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (encoding[position++] & 0xff);
            }
        }
        if (length > encoding.length - position) {
            return false;
        }
        position += (int) length;
        return true;
    }
}
