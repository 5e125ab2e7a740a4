package id.espm.app.gui.home;

import id.espm.signer.Kppn;
import java.time.Duration;
import java.time.ZonedDateTime;

/** Whether the KPPN receives now (PER-10/PB/2018 Pasal 7). It informs and never blocks (Pasal 8(1)). */
public sealed interface Reception {

    /** Which KPPN it is was not set up. */
    record NoKppn() implements Reception {}

    /** Nobody said which local time it has, and it is not guessed. */
    record ZoneUnknown(Kppn kppn) implements Reception {}

    /** It receives. */
    record Open(Kppn kppn, ZonedDateTime until, Duration left) implements Reception {}

    /** It does not. */
    record Closed(Kppn kppn, ZonedDateTime opens, Duration left) implements Reception {}
}
