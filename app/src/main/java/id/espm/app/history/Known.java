package id.espm.app.history;

import java.nio.file.Path;
import java.time.Instant;

/** What the journal knows of a package. */
public sealed interface Known {
    /** Nothing. */
    record None() implements Known {}

    /**
     * It was about to appear there when a run ended: it was signed if there is a bundle, else it was not.
     *
     * @param target where the bundle would be
     */
    record Intended(Path target) implements Known {}

    /**
     * It was signed.
     *
     * @param bundle where the bundle was put; it may have been moved since
     */
    record Signed(Path bundle, Instant at) implements Known {}

    /**
     * It could not be signed.
     *
     * @param code of the error
     */
    record Failed(String code, Instant at) implements Known {}
}
