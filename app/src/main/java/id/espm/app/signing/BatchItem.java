package id.espm.app.signing;

import id.espm.signer.Problem;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One package on its way through a batch.
 *
 * @param source the folder or file that it came from
 * @param part   which part of a package that was divided, from 1; 0 where it was not
 * @param paket  what is to be signed, where it could be read
 * @param state  how far it is
 */
public record BatchItem(Path source, int part, Optional<SigningPackage> paket, State state) {

    /** How far a package is. */
    public sealed interface State {
        /** It was read, nothing more. */
        record Read() implements State {}

        /** It keeps the rules and can be signed. */
        record Checked(CheckedPackage checked) implements State {}

        record Signed(SignedPackage signed) implements State {}

        /** An earlier run signed it into {@code bundle}, so this one does not. */
        record SignedBefore(Path bundle, Instant at) implements State {}

        /** It was set aside. */
        record Failed(Failure failure) implements State {}

        /** Nothing is wrong with it, but it was not signed: because of the key, the disk, the clock. */
        record Skipped(Failure reason) implements State {}
    }

    /** A package that was read. */
    public static BatchItem read(SigningPackage paket) {
        return part(paket, 0);
    }

    /** A part of a package that was divided. */
    public static BatchItem part(SigningPackage paket, int part) {
        return new BatchItem(paket.source(), part, Optional.of(paket), new State.Read());
    }

    /** A package that could not even be read. */
    public static BatchItem unreadable(Path source, Problem problem) {
        return unreadable(source, new Failure.Refused(problem));
    }

    /** A package that could not even be read, for whatever reason. */
    public static BatchItem unreadable(Path source, Failure failure) {
        return new BatchItem(source, 0, Optional.empty(), new State.Failed(failure));
    }

    /** The package, further on its way. */
    public BatchItem with(State next) {
        return new BatchItem(source, part, paket, next);
    }

    /** What it is after its check, where it was not signed yet. */
    public Optional<CheckedPackage> checked() {
        return state instanceof State.Checked ready ? Optional.of(ready.checked()) : Optional.empty();
    }
}
