package id.espm.app.gui.sign;

import id.espm.app.gui.look.Failure;
import id.espm.signer.sign.SignedPackage;

/** How far step 3 is. */
public sealed interface SignState {

    /** Nothing was signed since the certificate or the package last changed. */
    record Idle() implements SignState {}

    /**
     * Signing goes on.
     *
     * @param done       files signed
     * @param total      files to sign
     * @param file       the last one that was signed, or an empty text
     * @param cancelling whether it was asked to stop
     */
    record Signing(int done, int total, String file, boolean cancelling) implements SignState {}

    /** Stopped when asked to; nothing was written. */
    record Cancelled() implements SignState {}

    /** Nothing was written, for this reason. */
    record Failed(Failure failure) implements SignState {}

    /** Signed, read back and written. */
    record Done(SignedPackage signed) implements SignState {}
}
