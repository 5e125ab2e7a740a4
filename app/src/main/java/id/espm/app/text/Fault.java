package id.espm.app.text;

import id.espm.signer.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A fault of the program as it may be told to others: where it happened, never what the exception said, for that may hold a
 * file's name or worse.
 *
 * @param id    eight characters, the same for the same fault
 * @param trace the exception's classes and frames without their messages
 */
public record Fault(String id, String trace) {
    private static final int ID_LENGTH = 8;
    private static final int MAX_FRAMES = 40;

    /** Describes an exception. */
    public static Fault of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            trace.append(t.getClass().getName()).append('\n');
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                trace.append("  at ").append(frames[i]).append('\n');
            }
        }
        String text = trace.toString();
        String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        return new Fault(hash.substring(0, ID_LENGTH).toUpperCase(Locale.ROOT), text);
    }
}
