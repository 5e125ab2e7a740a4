package id.espm.signer.augment;

import java.time.Duration;

/**
 * How long a responder may take.
 *
 * @param connect to accept the connection
 * @param answer  altogether, to the last byte of its answer
 */
public record AugmentationLimits(Duration connect, Duration answer) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Five seconds to connect, twenty for the answer, for a CRL may be long. */
    public static AugmentationLimits usual() {
        return new AugmentationLimits(CONNECT, ANSWER);
    }
}
