package id.espm.app.gui.send;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.BundleSender.Parcel;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.RowState;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One bundle on its way to KPPN.
 *
 * @param parcel  what is sent
 * @param known   how the outbox knows it; empty while it was never put in
 * @param going   whether it is being sent right now
 * @param failure why it did not go on the last time
 */
public record ParcelRow(Parcel parcel, Optional<OutboxRow> known, boolean going, Optional<Failure> failure) {

    static ParcelRow offered(Parcel parcel) {
        return new ParcelRow(parcel, Optional.empty(), false, Optional.empty());
    }

    static ParcelRow of(OutboxRow row) {
        return new ParcelRow(new Parcel(row.bundle(), row.details()), Optional.of(row), false, Optional.empty());
    }

    /** Whether it still has to go. */
    public boolean isOpen() {
        return state().isOpen();
    }

    /** Where it stands. */
    public RowState state() {
        return known.map(OutboxRow::state).orElse(RowState.QUEUED);
    }

    /** Where its receipt lies. */
    public Optional<Path> receipt() {
        return known.flatMap(row -> row.standing().proof()).map(OutboxRow.Proof::receipt);
    }

    boolean isFor(Path bundle) {
        return parcel.bundle()
                .toAbsolutePath()
                .normalize()
                .equals(bundle.toAbsolutePath().normalize());
    }

    /** Whether this account sends it; another's is never sent in its place. */
    boolean isFor(OutboxRow.Account account) {
        return known.map(row -> row.isOf(account)).orElse(true);
    }

    ParcelRow begun() {
        return new ParcelRow(parcel, known, true, Optional.empty());
    }

    ParcelRow stopped() {
        return new ParcelRow(parcel, known, false, failure);
    }

    ParcelRow failed(Failure reason) {
        return new ParcelRow(parcel, known, false, Optional.of(reason));
    }

    /** The same as the outbox knows it by now; why it failed is not forgotten while it is open. */
    ParcelRow knownAs(OutboxRow row) {
        return new ParcelRow(
                new Parcel(row.bundle(), row.details()),
                Optional.of(row),
                going,
                row.state().isOpen() ? failure : Optional.empty());
    }
}
