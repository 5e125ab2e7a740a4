package id.espm.app.signing;

import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignedBundle;
import java.nio.file.Path;

/**
 * One signed bundle on its way to a further official's signature.
 *
 * @param bundle the file
 * @param state  how far it is
 */
public record CosignItem(Path bundle, State state) {

    /** How far a bundle is. */
    public sealed interface State {
        /** It holds, and the official may sign it. */
        record Checked(CheckedBundle checked) implements State {}

        record Signed(CosignedBundle signed) implements State {}

        /** It was set aside. */
        record Failed(Failure failure) implements State {}

        /** Nothing is wrong with it, but it was not signed: because of the key, the disk, the clock. */
        record Skipped(Failure reason) implements State {}
    }

    CosignItem with(State next) {
        return new CosignItem(bundle, next);
    }
}
