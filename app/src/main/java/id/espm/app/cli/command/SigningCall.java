package id.espm.app.cli.command;

import id.espm.app.cli.option.DetailOptions;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;

/**
 * The options that a call of {@code sign} and {@code batch} has in common.
 *
 * @param rerun what is done with packages that an earlier run signed into the same folder
 */
record SigningCall(
        KeyOptions key, DetailOptions details, OutputOptions output, SigningOptionsGroup signing, Rerun rerun) {

    /** What a run does about earlier ones. */
    enum Rerun {
        /** A single package, which somebody wants to be signed now. */
        SINGLE,
        /** A batch goes on where it stopped. */
        RESUME,
        /** A batch begins anew. */
        AGAIN
    }
}
