package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.math.BigInteger;

/**
 * What a derivation costs.
 *
 * @param iterations as the file states them
 * @param units      iterations weighed by the time they take; one is about a HMAC-SHA256
 */
record Work(long iterations, long units) {
    static final Work NONE = new Work(0, 0);
    private static final int MAX_SALT = 1 << 12;

    static Work of(long iterations, int weight) {
        return new Work(iterations, saturated(iterations, weight));
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / 4 / Math.max(b, 1) ? Long.MAX_VALUE / 4 : a * b;
    }

    Work plus(Work other) {
        return new Work(
                Math.min(Long.MAX_VALUE / 4, iterations + other.iterations),
                Math.min(Long.MAX_VALUE / 4, units + other.units));
    }

    Work beyondAnyLimit() {
        return new Work(iterations, Long.MAX_VALUE / 4);
    }

    /** An iteration count: at least one; what no number of ours can hold is as good as the largest. */
    static long iterations(BigInteger count) throws IOException {
        if (count.signum() <= 0) {
            throw new IOException("no iteration");
        }
        return count.bitLength() > 60 ? Long.MAX_VALUE / 4 : count.longValueExact();
    }

    static long positive(BigInteger number, int max) throws IOException {
        if (number.signum() <= 0 || number.bitLength() > 31 || number.intValueExact() > max) {
            throw new IOException("a number out of range");
        }
        return number.longValueExact();
    }

    static Octets salt(byte[] salt) throws IOException {
        if (salt.length > MAX_SALT) {
            throw new IOException("a salt of " + salt.length + " bytes");
        }
        return Octets.of(salt);
    }
}
