package id.espm.signer.opinion;

import java.time.Duration;

/**
 * How far the second judge may go with one file.
 *
 * @param computing how long it may compute
 * @param waiting   how long it may take altogether, computing and waiting for others
 * @param maxSize   the largest file that it is given, in bytes; DSS needs three to four times as much memory
 */
public record OpinionLimits(Duration computing, Duration waiting, long maxSize) {
    private static final OpinionLimits OFFLINE =
            new OpinionLimits(Duration.ofSeconds(4), Duration.ofSeconds(30), 64 << 20);

    /** Four seconds of computing, 64 MiB, and half a minute on a busy machine. */
    public static OpinionLimits usual() {
        return OFFLINE;
    }
}
