package id.espm.signer.key.pkcs12;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) that leaves no copy of its key. The platform's takes a key object, of which copies stay behind, and
 * hashes the padded key again for each value, which doubles the time of PBKDF2.
 */
final class Hmac {
    private final MessageDigest inner;
    private final MessageDigest outer;

    /** The key stays the caller's to wipe. */
    Hmac(Hash hash, byte[] key) {
        inner = hash.newDigest();
        outer = hash.newDigest();
        byte[] block = new byte[hash.blockSize()];
        byte[] shortened = key.length > block.length ? hash.newDigest().digest(key) : key.clone();
        try {
            for (int i = 0; i < block.length; i++) {
                block[i] = (byte) (0x36 ^ (i < shortened.length ? shortened[i] : 0));
            }
            inner.update(block);
            for (int i = 0; i < block.length; i++) {
                block[i] ^= 0x36 ^ 0x5c;
            }
            outer.update(block);
        } finally {
            Arrays.fill(block, (byte) 0);
            Arrays.fill(shortened, (byte) 0);
        }
    }

    byte[] of(byte[] data) {
        return copy(outer).digest(copy(inner).digest(data));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
