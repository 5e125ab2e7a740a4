package id.espm.signer.cms;

import java.time.Instant;
import java.util.Optional;

/**
 * What the signer stated in signed attributes. It is as trustworthy as the signature: proven to be said by the signer, not
 * proven to be true.
 *
 * @param claimedTime   signing-time, by the signer's own clock
 * @param claimedPlace  the locality of signer-location
 * @param claimedRole   the first claimed role of signer-attributes
 * @param claimedReason the reason that our commitment-type-indication carries
 */
public record CmsClaims(
        Optional<Instant> claimedTime,
        Optional<String> claimedPlace,
        Optional<String> claimedRole,
        Optional<String> claimedReason) {

    /** Nothing was stated. */
    public static CmsClaims none() {
        return new CmsClaims(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
