package id.espm.app.gui.verify;

import id.espm.app.verification.Judged;
import java.time.Instant;

/**
 * A file and what came of judging it.
 *
 * @param judged what came of it
 * @param at     as of when
 * @param online whether revocation was asked for
 * @param pdf    whether its pages can be shown
 */
public record VerifiedFile(Judged judged, Instant at, boolean online, boolean pdf) {
    /** Its name without its folder. */
    String name() {
        return String.valueOf(judged.file().getFileName());
    }
}
