package id.espm.app.espm;

import java.util.Optional;

/** Where the e-mailed security code comes from: a dialogue, a prompt, an option. */
@FunctionalInterface
public interface TokenSource {
    /**
     * Asks for the code; may block.
     *
     * @return empty if there is nobody to ask: the submission stays resumable
     */
    Optional<String> ask(Request request) throws InterruptedException;

    /** For jenis without a security code. */
    static TokenSource none() {
        return request -> Optional.empty();
    }

    /**
     * Why the code is asked for.
     *
     * @param sentTo    the masked mail address it went to
     * @param occasion  why now
     * @param triesLeft after a wrong code: how often another may be tried; else 0
     */
    record Request(String sentTo, Occasion occasion, int triesLeft) {}

    /** Why the code is asked for. */
    enum Occasion {
        /** It is needed now; it was mailed when the submission was announced. */
        NEEDED,
        /** The one before was wrong. */
        WRONG,
        /** The one before no longer counts; a new one was mailed just now. */
        NEW_MAILED
    }
}
