package id.espm.signer.cms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lets the first bytes pass and remembers what they say: whether this is SignedData, and of indefinite length. */
final class OuterHeader extends FilterInputStream {
    private static final int SEEN = 32;
    private static final int INDEFINITE = 0x80;
    /** The encoding of id-signedData, 1.2.840.113549.1.7.2. */
    private static final byte[] SIGNED_DATA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
    };

    private final byte[] seen = new byte[SEEN];
    private int count;
    private long total;

    OuterHeader(InputStream in) {
        super(in);
    }

    boolean indefinite() {
        return count > 1 && (seen[1] & 0xff) == INDEFINITE;
    }

    /** Whether the outermost element says that it ends elsewhere than the bytes that were read; to be asked at their end. */
    boolean endsElsewhere() {
        int octets = count > 1 ? seen[1] & 0x7f : 0;
        if (count < 2 || indefinite() || octets > Long.BYTES - 1) {
            return !indefinite();
        }
        long length = octets;
        int header = 2;
        if ((seen[1] & INDEFINITE) != 0) {
            length = 0;
            header += octets;
            for (int i = 2; i < header; i++) {
                length = (length << 8) | (seen[i] & 0xff);
            }
        }
        return header + length != total;
    }

    boolean isSignedData() {
        for (int at = 2; at + SIGNED_DATA.length <= count; at++) {
            if (Arrays.equals(seen, at, at + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        total += b >= 0 ? 1 : 0;
        if (b >= 0 && count < SEEN) {
            seen[count++] = (byte) b;
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        total += Math.max(n, 0);
        int kept = Math.min(n, SEEN - count);
        if (kept > 0) {
            System.arraycopy(buffer, offset, seen, count, kept);
            count += kept;
        }
        return n;
    }
}
