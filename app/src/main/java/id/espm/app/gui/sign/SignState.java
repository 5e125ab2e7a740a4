package id.espm.app.gui.sign;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Caution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far signing is. */
public sealed interface SignState {

    /** Nothing was signed since the certificate or the packages last changed. */
    record Idle() implements SignState {}

    /**
     * Signing goes on.
     *
     * @param done       files signed, of all packages
     * @param total      files to sign
     * @param file       the last one that was signed, or an empty text
     * @param left       how long the rest will take, once that can be told
     * @param cancelling whether it was asked to stop
     */
    record Signing(int done, int total, String file, Optional<Duration> left, boolean cancelling)
            implements SignState {}

    /** Stopped when asked to; nothing was written. */
    record Cancelled() implements SignState {}

    /** Nothing could be signed, for this reason. */
    record Failed(Failure failure) implements SignState {}

    /**
     * It has ended. What was signed was read back and written.
     *
     * @param outcomes  each package, those of earlier tries among them
     * @param cancelled whether it was stopped before all had their turn
     * @param drift     how far this computer's clock is off, if the TSA showed that it is
     */
    record Done(List<SignOutcome> outcomes, boolean cancelled, Optional<Caution.ClockDrift> drift)
            implements SignState {
        public Done {
            outcomes = List.copyOf(outcomes);
        }

        /** Those that were signed. */
        public List<SignOutcome> signed() {
            return outcomes.stream()
                    .filter(outcome -> outcome.bundle().isPresent())
                    .toList();
        }

        /** Those that were set aside. */
        public List<SignOutcome> failed() {
            return outcomes.stream()
                    .filter(outcome -> outcome.failure().isPresent())
                    .toList();
        }
    }
}
