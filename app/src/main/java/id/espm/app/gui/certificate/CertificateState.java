package id.espm.app.gui.certificate;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem;
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
     * @param light     whether its owner may sign with it
     * @param objection what forbids it
     * @param daysLeft  whole days until it expires; negative once it has
     * @param unlocked  whether the passphrase is at hand for the next signing
     */
    record Opened(
            Path file,
            CertificateIdentity identity,
            Light light,
            Optional<Problem> objection,
            long daysLeft,
            boolean unlocked)
            implements CertificateState {

        /** The same, once the passphrase was wiped. */
        public Opened locked() {
            return new Opened(file, identity, light, objection, daysLeft, false);
        }
    }

    /** The traffic light of a certificate. */
    enum Light {
        /** May sign. */
        HIJAU,
        /** May sign, but expires within 30 days. */
        JINGGA,
        /** Must not sign. */
        MERAH
    }
}
