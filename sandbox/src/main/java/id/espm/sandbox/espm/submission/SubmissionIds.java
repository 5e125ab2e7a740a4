package id.espm.sandbox.espm.submission;

import java.security.SecureRandom;
import java.time.Instant;

/** Names of submissions: they sort by time, hold no secret, and cannot be guessed from one another. */
final class SubmissionIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME = 9;
    private static final int RANDOM = 11;

    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        StringBuilder id = new StringBuilder(TIME + RANDOM);
        long millis = now.toEpochMilli();
        for (int i = TIME - 1; i >= 0; i--) {
            id.append(ALPHABET.charAt((int) (millis >>> (5 * i)) & 31));
        }
        for (int i = 0; i < RANDOM; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
