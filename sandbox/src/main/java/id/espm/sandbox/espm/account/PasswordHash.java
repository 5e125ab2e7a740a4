package id.espm.sandbox.espm.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as the server keeps it: PBKDF2 with a salt of its own (RFC 8018), compared in constant time. */
final class PasswordHash {
    /** Slow enough against guessing, quick enough for a practice server that starts with a dozen accounts. */
    private static final int ITERATIONS = 50_000;

    private static final int BITS = 256;

    private final byte[] salt = new byte[16];
    private final byte[] hash;

    PasswordHash(String password) {
        new SecureRandom().nextBytes(salt);
        hash = derive(password);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password));
    }

    private byte[] derive(String password) {
        char[] chars = password.toCharArray();
        PBEKeySpec spec = new PBEKeySpec(chars, salt, ITERATIONS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(chars, '\0');
        }
    }
}
