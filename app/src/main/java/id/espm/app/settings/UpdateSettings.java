package id.espm.app.settings;

import id.espm.signer.key.PublicKeyPin;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What the official set up about newer versions of the program (ADR-0022).
 *
 * @param address of the release file, in place of the program's own
 * @param keys    whose signature counts, in place of the program's own; empty: the program's
 * @param daily   whether the window asks by itself, at most once in a day
 */
public record UpdateSettings(Optional<URI> address, Set<PublicKeyPin> keys, boolean daily) {
    public UpdateSettings {
        keys = Set.copyOf(keys);
    }

    /** Nothing is set up, and nobody is asked. */
    public static UpdateSettings none() {
        return new UpdateSettings(Optional.empty(), Set.of(), false);
    }

    /** The same with another wish. */
    public UpdateSettings asking(boolean eachDay) {
        return new UpdateSettings(address, keys, eachDay);
    }
}
