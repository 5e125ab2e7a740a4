package id.espm.app.espm.client;

import java.net.URI;
import java.util.Optional;

/**
 * A submission that eSPM knows of, and where its bytes go.
 *
 * @param id            eSPM's name for it
 * @param uploadUrl     on the same server as everything else
 * @param fresh         whether this very call made it; else it was announced before
 * @param tokenSentTo   the masked mail address of the security code; empty when none is required
 */
public record AnnouncedSubmission(String id, URI uploadUrl, boolean fresh, Optional<String> tokenSentTo) {
    /** Whether {@code complete} needs the e-mailed security code. */
    public boolean tokenRequired() {
        return tokenSentTo.isPresent();
    }
}
