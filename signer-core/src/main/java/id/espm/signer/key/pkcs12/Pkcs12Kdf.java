package id.espm.signer.key.pkcs12;

import java.security.MessageDigest;
import java.util.Arrays;

/** The key derivation of RFC 7292, appendix B.2. Bouncy Castle's leaves the passphrase in arrays that nobody can wipe. */
record Pkcs12Kdf(Hash hash, Octets salt, long iterations) {
    /** What the derived bytes are for (appendix B.3). */
    enum Purpose {
        KEY(1),
        IV(2),
        MAC(3);

        private final byte id;

        Purpose(int id) {
            this.id = (byte) id;
        }
    }

    Work work(int length) {
        return Work.of(iterations, Math.ceilDiv(length, hash.length()) * hash.weight());
    }

    byte[] derive(byte[] passphrase, Purpose purpose, int length) {
        MessageDigest digest = hash.newDigest();
        int v = hash.blockSize();
        byte[] diversifier = new byte[v];
        Arrays.fill(diversifier, purpose.id);
        byte[] input = input(passphrase, v);
        byte[] derived = new byte[length];
        try {
            for (int done = 0; done < length; ) {
                digest.update(diversifier);
                byte[] a = digest.digest(input);
                for (long i = 1; i < iterations; i++) {
                    a = digest.digest(a);
                }
                int count = Math.min(a.length, length - done);
                System.arraycopy(a, 0, derived, done, count);
                done += count;
                if (done < length) {
                    stir(input, repeated(a, v));
                }
            }
            return derived;
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /** I = S || P, each repeated to whole blocks. */
    private byte[] input(byte[] passphrase, int v) {
        int salts = Math.ceilDiv(salt.length(), v) * v;
        byte[] input = new byte[salts + Math.ceilDiv(passphrase.length, v) * v];
        for (int i = 0; i < input.length; i++) {
            input[i] = i < salts ? salt.array()[i % salt.length()] : passphrase[(i - salts) % passphrase.length];
        }
        return input;
    }

    private static byte[] repeated(byte[] a, int v) {
        byte[] b = new byte[v];
        for (int i = 0; i < v; i++) {
            b[i] = a[i % a.length];
        }
        return b;
    }

    /** Each block of I becomes (I_j + B + 1) mod 2^8v. */
    private static void stir(byte[] input, byte[] b) {
        for (int block = 0; block < input.length; block += b.length) {
            int carry = 1;
            for (int i = b.length - 1; i >= 0; i--) {
                carry += (input[block + i] & 0xff) + (b[i] & 0xff);
                input[block + i] = (byte) carry;
                carry >>>= 8;
            }
        }
    }
}
