package id.espm.app.gui.cosign;

import id.espm.app.gui.look.Failure;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignedBundle;
import java.nio.file.Path;
import java.util.Optional;

/** How far the co-signing of a bundle is. */
public sealed interface CosignState {

    /** No bundle was taken. */
    record None() implements CosignState {}

    /** The bundle is being judged. */
    record Checking(Path bundle) implements CosignState {}

    /**
     * It must not be signed, or not by this official.
     *
     * @param signatories who signed it and who is missing, where that could be told
     */
    record Refused(Path bundle, Optional<Signatories> signatories, Failure failure) implements CosignState {}

    /** It holds, and the official may sign it. */
    record Checked(CheckedBundle checked) implements CosignState {}

    /** It is being signed. */
    record Signing(CheckedBundle checked, boolean cancelling) implements CosignState {}

    /** It could not be signed; the bundle stays as it was. */
    record Failed(CheckedBundle checked, Failure failure) implements CosignState {}

    /** The new bundle is written. */
    record Signed(CosignedBundle signed) implements CosignState {}

    /** Who signed it and who is missing, as far as it is known. */
    default Optional<Signatories> signatories() {
        return switch (this) {
            case None s -> Optional.empty();
            case Checking s -> Optional.empty();
            case Refused s -> s.signatories();
            case Checked s -> Optional.of(s.checked().before());
            case Signing s -> Optional.of(s.checked().before());
            case Failed s -> Optional.of(s.checked().before());
            case Signed s -> Optional.of(s.signed().signatories());
        };
    }

    /** The bundle that was taken. */
    default Optional<Path> file() {
        return switch (this) {
            case None s -> Optional.empty();
            case Checking s -> Optional.of(s.bundle());
            case Refused s -> Optional.of(s.bundle());
            case Checked s -> Optional.of(s.checked().file().path());
            case Signing s -> Optional.of(s.checked().file().path());
            case Failed s -> Optional.of(s.checked().file().path());
            case Signed s -> Optional.of(s.signed().bundle());
        };
    }
}
