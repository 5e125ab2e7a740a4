package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;

/**
 * PBKDF2 (RFC 8018 §5.2) as a file asks for it.
 *
 * @param keyLength in bytes, where the file says so
 */
record Pbkdf2(Hash prf, Octets salt, long iterations, OptionalInt keyLength) {
    private static final int MAX_KEY_LENGTH = 1 << 10;

    static Pbkdf2 of(ASN1Encodable parameters) throws IOException, NoSuchAlgorithmException {
        PBKDF2Params params = Asn1.of(() -> PBKDF2Params.getInstance(parameters));
        Hash prf = Hash.ofHmac(params.getPrf().getAlgorithm());
        OptionalInt length = params.getKeyLength() == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Work.positive(params.getKeyLength(), MAX_KEY_LENGTH));
        return new Pbkdf2(prf, Work.salt(params.getSalt()), Work.iterations(params.getIterationCount()), length);
    }

    Work work(int length) {
        int blocks = Math.ceilDiv(length, prf.length());
        return Work.of(iterations, blocks * prf.weight());
    }

    byte[] derive(byte[] passphrase, int length) {
        return derive(prf, passphrase, salt.array(), iterations, length);
    }

    static byte[] derive(Hash prf, byte[] passphrase, byte[] salt, long iterations, int length) {
        Hmac hmac = new Hmac(prf, passphrase);
        ByteBuffer derived = ByteBuffer.allocate(length);
        for (int block = 1; derived.hasRemaining(); block++) {
            byte[] next = hmac.of(ByteBuffer.allocate(salt.length + Integer.BYTES)
                    .put(salt)
                    .putInt(block)
                    .array());
            byte[] sum = next.clone();
            for (long i = 1; i < iterations; i++) {
                next = hmac.of(next);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] ^= next[j];
                }
            }
            derived.put(sum, 0, Math.min(sum.length, derived.remaining()));
            Arrays.fill(sum, (byte) 0);
        }
        return derived.array();
    }
}
