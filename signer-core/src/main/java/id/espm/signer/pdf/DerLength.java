package id.espm.signer.pdf;

/** How long the first element of a DER encoding is (ITU-T X.690, 8.1.3), so that what follows it is known to be padding. */
final class DerLength {
    private DerLength() {}

    /** Header and content in bytes, or -1 where the length is indefinite or cannot be read. */
    static long ofFirstElement(byte[] encoding) {
        if (encoding.length < 2) {
            return -1;
        }
        int first = encoding[1] & 0xff;
        if (first < 0x80) {
            return 2L + first;
        }
        int octets = first & 0x7f;
        if (octets == 0 || octets > 4 || encoding.length < 2 + octets) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = (length << 8) | (encoding[2 + i] & 0xff);
        }
        return 2L + octets + length;
    }
}
