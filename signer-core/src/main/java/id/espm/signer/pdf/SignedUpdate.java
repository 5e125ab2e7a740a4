package id.espm.signer.pdf;

import java.security.MessageDigest;
import java.util.HexFormat;

/** An update with a gap for the signature's value. */
final class SignedUpdate {
    private final byte[] bytes;
    private final int gapStart;
    private final int gapEnd;

    /**
     * @param bytes    the whole update
     * @param gapStart where the gap begins, at its bracket
     * @param gapEnd   where it ends, behind its bracket
     */
    SignedUpdate(byte[] bytes, int gapStart, int gapEnd) {
        this.bytes = bytes;
        this.gapStart = gapStart;
        this.gapEnd = gapEnd;
    }

    /** The whole update as it now is; not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** Hashes what the signature covers of the update. */
    byte[] digest(MessageDigest original) {
        original.update(bytes, 0, gapStart);
        original.update(bytes, gapEnd, bytes.length - gapEnd);
        return original.digest();
    }

    /** How many bytes of a signature fit. */
    int room() {
        return (gapEnd - gapStart - 2) / 2;
    }

    /** Fills the gap. */
    void insert(byte[] signature) {
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < signature.length; i++) {
            bytes[gapStart + 1 + 2 * i] = (byte) hex.toHighHexDigit(signature[i]);
            bytes[gapStart + 2 + 2 * i] = (byte) hex.toLowHexDigit(signature[i]);
        }
    }
}
