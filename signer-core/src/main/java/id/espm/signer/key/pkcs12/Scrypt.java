package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.internal.asn1.misc.ScryptParams;

/**
 * scrypt (RFC 7914) as a file asks for it, in bounded memory. Bouncy Castle's leaves a copy of the passphrase.
 *
 * @param cost      N, a power of two
 * @param keyLength in bytes, where the file says so
 */
record Scrypt(Octets salt, int cost, int blockSize, int parallel, OptionalInt keyLength) {
    private static final int MAX_KEY_LENGTH = 1 << 10;
    /** In units of 128 bytes: 64 MiB. OpenSSL writes 16 MiB. */
    private static final long MAX_MEMORY = 1 << 19;

    static Scrypt of(ASN1Encodable parameters) throws IOException {
        ScryptParams params = Asn1.of(() -> ScryptParams.getInstance(parameters));
        int max = Integer.MAX_VALUE;
        int n = (int) Work.positive(params.getCostParameter(), max);
        int r = (int) Work.positive(params.getBlockSize(), max);
        int p = (int) Work.positive(params.getParallelizationParameter(), max);
        if (Integer.bitCount(n) != 1 || n < 2) {
            throw new IOException("scrypt's N is no power of two");
        }
        OptionalInt length = params.getKeyLength() == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Work.positive(params.getKeyLength(), MAX_KEY_LENGTH));
        return new Scrypt(Work.salt(params.getSalt()), n, r, p, length);
    }

    Work work() {
        boolean tooLarge = (long) cost * blockSize > MAX_MEMORY || (long) parallel * blockSize > MAX_MEMORY;
        Work work = Work.of((long) cost * blockSize, parallel);
        return tooLarge ? work.beyondAnyLimit() : work;
    }

    byte[] derive(byte[] passphrase, int length) {
        int size = 128 * blockSize;
        byte[] blocks = Pbkdf2.derive(Hash.SHA256, passphrase, salt.array(), 1, size * parallel);
        for (int i = 0; i < parallel; i++) {
            IntBuffer words = ByteBuffer.wrap(blocks, i * size, size)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            int[] x = new int[size / Integer.BYTES];
            words.duplicate().get(x);
            mix(x);
            words.put(x);
        }
        return Pbkdf2.derive(Hash.SHA256, passphrase, blocks, 1, length);
    }

    /** scryptROMix (section 5). */
    private void mix(int[] x) {
        int[][] memory = new int[cost][];
        int[] other = new int[x.length];
        for (int i = 0; i < cost; i++) {
            memory[i] = x.clone();
            mixBlocks(x, other);
        }
        for (int i = 0; i < cost; i++) {
            int[] chosen = memory[x[x.length - 16] & (cost - 1)];
            for (int j = 0; j < x.length; j++) {
                x[j] ^= chosen[j];
            }
            mixBlocks(x, other);
        }
    }

    /** scryptBlockMix (section 4): even blocks to the first half, odd ones to the second. */
    private static void mixBlocks(int[] x, int[] other) {
        int[] t = new int[16];
        System.arraycopy(x, x.length - 16, t, 0, 16);
        for (int i = 0; i < x.length / 16; i++) {
            for (int j = 0; j < 16; j++) {
                t[j] ^= x[i * 16 + j];
            }
            Salsa20Engine.salsaCore(8, t, t);
            int half = i % 2 == 0 ? 0 : x.length / 2;
            System.arraycopy(t, 0, other, half + i / 2 * 16, 16);
        }
        System.arraycopy(other, 0, x, 0, x.length);
    }
}
