package id.espm.app.gui.certificate;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.Light;
import id.espm.signer.key.CertificateIdentity;
import java.nio.file.Path;
import java.util.Optional;

/** How far step 1 is. */
public sealed interface CertificateState {

    /** No file was chosen yet. */
    record None() implements CertificateState {}

    /** A file was chosen; what is in it is known once its passphrase opened it. */
    record Chosen(Path file) implements CertificateState {}

    /** The file is being looked at. */
    record Opening(Path file) implements CertificateState {}

    /**
     * The file does not open.
     *
     * @param retype whether typing the passphrase again may help
     */
    record Refused(Path file, Failure failure, boolean retype) implements CertificateState {}

    /**
     * The file was opened once, so that its owner is known.
     *
     * @param assessment whether its owner may sign with it, and why
     * @param daysLeft   whole days until it expires; negative once it has
     * @param unlocked   whether the passphrase is at hand for the next signing
     */
    record Opened(Path file, CertificateIdentity identity, Assessment assessment, long daysLeft, boolean unlocked)
            implements CertificateState {

        /** What forbids signing. */
        public Optional<Problem> objection() {
            return assessment.objection();
        }

        /** The traffic light. */
        public Light light() {
            return assessment.light();
        }

        /** The same, once the passphrase was wiped. */
        public Opened locked() {
            return new Opened(file, identity, assessment, daysLeft, false);
        }
    }
}
