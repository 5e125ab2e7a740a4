package id.espm.signer.pdf.text;

import java.time.Duration;

/**
 * How much of a PDF is read for its text.
 *
 * @param pages     the first so many
 * @param letters   at most so many; a document of more has none
 * @param computing how long it may take, as the thread's own computing
 */
public record TextLimits(int pages, int letters, Duration computing) {
    /** An SPM and what supports it have a page or two. */
    public static TextLimits usual() {
        return new TextLimits(10, 60_000, Duration.ofSeconds(2));
    }
}
