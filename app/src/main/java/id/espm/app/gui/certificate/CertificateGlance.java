package id.espm.app.gui.certificate;

import id.espm.app.gui.look.Failure;
import id.espm.signer.authority.Assessment;
import id.espm.signer.key.CertificateIdentity;
import java.nio.file.Path;
import java.time.Instant;

/** What is known of the chosen certificate, also before its passphrase is typed. */
public sealed interface CertificateGlance {

    /** No certificate is chosen. */
    record Nothing() implements CertificateGlance {}

    /** The file was never opened here, so that nobody knows what is in it. */
    record Unseen(Path file) implements CertificateGlance {}

    /** It is being judged. */
    record Judging(Path file) implements CertificateGlance {}

    /** The file is no certificate that could sign. */
    record Unusable(Path file, Failure failure) implements CertificateGlance {}

    /**
     * Judged.
     *
     * @param daysLeft whole days until it expires; negative once it has
     * @param seenAt   when the file was opened last
     * @param judgedAt when it was judged, and its issuer asked
     * @param opened   whether it was opened since the window was
     */
    record Judged(
            Path file,
            CertificateIdentity identity,
            Assessment assessment,
            long daysLeft,
            Instant seenAt,
            Instant judgedAt,
            boolean opened)
            implements CertificateGlance {}
}
