package id.espm.signer.sign;

import id.espm.signer.cms.SigningMethod;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/**
 * How a package is signed.
 *
 * @param folder      where the bundle goes; made if it does not exist
 * @param overwrite   whether a bundle of the same name may be replaced
 * @param alasan      the reason that each signature states
 * @param claimedTime the time that each signature states, in the signer's zone
 * @param method      hash and level of each signature, and where timestamps come from
 */
public record SigningOptions(
        Path folder, boolean overwrite, String alasan, ZonedDateTime claimedTime, SigningMethod method) {}
