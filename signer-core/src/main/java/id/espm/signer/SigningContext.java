package id.espm.signer;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What a signature says about itself: as what, where, why and when (PER-10/PB/2018, Lampiran 7.1: the signature stores
 * the owner's data and the time and place of embedding).
 *
 * @param role        the position and work unit
 * @param place       the place of signing, such as {@code Tolitoli}; not blank
 * @param reason      why it is signed; not blank
 * @param claimedTime the time by this machine's clock, in the signer's zone, whole seconds
 */
public record SigningContext(SignerRole role, String place, String reason, ZonedDateTime claimedTime) {
    /**
     * Cuts the time to whole seconds, as signatures state it.
     *
     * @throws IllegalArgumentException if place or reason is blank
     */
    public SigningContext {
        if (place.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a signature states its place and its reason");
        }
        claimedTime = claimedTime.truncatedTo(ChronoUnit.SECONDS);
    }
}
