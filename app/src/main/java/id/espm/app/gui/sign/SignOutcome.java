package id.espm.app.gui.sign;

import id.espm.app.gui.look.Failure;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of one package.
 *
 * @param draft from which it was read
 * @param item  the package, as far as it got
 */
public record SignOutcome(UUID draft, BatchItem item) {

    /** The package, if it was signed now. */
    public Optional<SignedPackage> signed() {
        return item.state() instanceof State.Signed signed ? Optional.of(signed.signed()) : Optional.empty();
    }

    /** Its bundle, whether it was signed now or by an earlier run. */
    public Optional<Path> bundle() {
        return switch (item.state()) {
            case State.Signed signed -> Optional.of(signed.signed().bundle());
            case State.SignedBefore before -> Optional.of(before.bundle());
            case State.Read s -> Optional.empty();
            case State.Checked s -> Optional.empty();
            case State.Failed s -> Optional.empty();
            case State.Skipped s -> Optional.empty();
        };
    }

    /** Why it was not signed; empty where it was, or where it was not its turn yet. */
    public Optional<Failure> failure() {
        return switch (item.state()) {
            case State.Failed failed -> Optional.of(of(failed.failure()));
            case State.Skipped skipped -> Optional.of(of(skipped.reason()));
            case State.Read s -> Optional.empty();
            case State.Checked s -> Optional.empty();
            case State.Signed s -> Optional.empty();
            case State.SignedBefore s -> Optional.empty();
        };
    }

    /** What it is called: its numbers. */
    public List<String> nomor() {
        return item.paket().map(paket -> paket.nomor()).orElse(List.of());
    }

    private static Failure of(id.espm.app.signing.Failure failure) {
        return switch (failure) {
            case id.espm.app.signing.Failure.Refused refused -> new Failure.OfSigner(refused.problem());
            case id.espm.app.signing.Failure.Unwritable unwritable -> new Failure.OfFiles(unwritable.cause());
            case id.espm.app.signing.Failure.Faulty faulty -> new Failure.OfProgram(faulty.cause());
        };
    }
}
