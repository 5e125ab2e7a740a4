package id.espm.signer.sign;

import id.espm.signer.cms.SigningMethod;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.pdf.appearance.VisibleSignature;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How a package is signed.
 *
 * @param folder      where the bundle goes; made if it does not exist
 * @param overwrite   whether a bundle of the same name may be replaced
 * @param alasan      the reason that each signature states
 * @param claimedTime the time that each signature states, in the signer's zone
 * @param method      hash and level of each signature, and where timestamps come from
 * @param appearances how the signatures in the PDFs are seen
 */
public record SigningOptions(
        Path folder,
        boolean overwrite,
        String alasan,
        ZonedDateTime claimedTime,
        SigningMethod method,
        PdfAppearances appearances) {

    /** Collects what is optional. */
    public static final class Builder {
        private final Path folder;
        private final String alasan;
        private final ZonedDateTime claimedTime;
        private boolean overwrite;
        private SigningMethod method = SigningMethod.basic();
        private PdfAppearances appearances = PdfAppearances.all(Optional.empty());

        /** Starts with what must be said; the rest is: no overwriting, level B-B, not visible. */
        public Builder(Path folder, String alasan, ZonedDateTime claimedTime) {
            this.folder = folder;
            this.alasan = alasan;
            this.claimedTime = claimedTime;
        }

        /** Whether a bundle of the same name may be replaced. */
        public Builder overwrite(boolean allowed) {
            overwrite = allowed;
            return this;
        }

        /** Hash and level. */
        public Builder method(SigningMethod chosen) {
            method = chosen;
            return this;
        }

        /** How the signatures in all PDFs are seen; without it they are not. */
        public Builder visible(Optional<VisibleSignature> wanted) {
            return appearances(PdfAppearances.all(wanted));
        }

        /** How they are seen, file by file. */
        public Builder appearances(PdfAppearances wanted) {
            appearances = wanted;
            return this;
        }

        /** The options. */
        public SigningOptions build() {
            return new SigningOptions(folder, overwrite, alasan, claimedTime, method, appearances);
        }
    }
}
