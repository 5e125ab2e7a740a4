package id.espm.app.gui.settings;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustFolder;
import id.espm.signer.trust.TrustedCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whom to trust as issuer: nothing is added before somebody compared its fingerprint, and a removal can be undone. */
public final class TrustList {
    private final Background background;
    private final TrustFolder folder;
    private final ReadOnlyObjectWrapper<List<TrustedCertificate>> trusted = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TrustedCertificate>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TrustedCertificate>> removed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> offeredFile = Optional.empty();
    private Running running = Running.NOTHING;
    private Runnable changed = () -> {};

    TrustList(Background background, Path trust) {
        this.background = background;
        this.folder = new TrustFolder(trust);
    }

    private interface Work {
        List<TrustedCertificate> run() throws IOException, SignerException;
    }

    private interface Outcome {
        void of(List<TrustedCertificate> found);
    }

    void onChange(Runnable action) {
        changed = action;
    }

    void inherit(TrustList former) {
        removed.set(former.removed.get());
    }

    /** Who is trusted. */
    public ReadOnlyObjectProperty<List<TrustedCertificate>> trustedProperty() {
        return trusted.getReadOnlyProperty();
    }

    /** What a chosen file holds, to be compared before it is trusted; nothing while none is chosen. */
    public ReadOnlyObjectProperty<List<TrustedCertificate>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Why something did not come about. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was removed last and can be brought back. */
    public ReadOnlyObjectProperty<Optional<TrustedCertificate>> removedProperty() {
        return removed.getReadOnlyProperty();
    }

    void refresh() {
        run(folder::list, trusted::set);
    }

    /** Looks at a file; nothing of it is trusted yet. */
    public void offer(Path file) {
        offeredFile = Optional.of(file);
        run(() -> folder.examine(file), offered::set);
    }

    /** Somebody compared the fingerprints: the file's certificates are trusted from now on. */
    public void accept() {
        offeredFile.ifPresent(file -> run(() -> folder.add(file), added -> {
            refuse();
            changed.run();
        }));
    }

    /** The fingerprints differ, or nobody could compare them. */
    public void refuse() {
        offeredFile = Optional.empty();
        offered.set(List.of());
    }

    /** Ends the trust in one. */
    public void remove(TrustedCertificate one) {
        run(() -> List.of(folder.remove(one.fingerprint())), gone -> {
            removed.set(gone.stream().findFirst());
            changed.run();
        });
    }

    /** Trusts again what was removed last. */
    public void undo() {
        removed.get()
                .ifPresent(one -> run(() -> List.of(folder.restore(one)), back -> {
                    removed.set(Optional.empty());
                    changed.run();
                }));
    }

    private void run(Work work, Outcome outcome) {
        running = background
                .run(work::run)
                .onSuccess(found -> {
                    failure.set(Optional.empty());
                    outcome.of(found);
                })
                .onError(SignerException.class, e -> fail(new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> fail(new Failure.OfFiles(e)))
                .start();
    }

    private void fail(Failure why) {
        refuse();
        failure.set(Optional.of(why));
    }

    void close() {
        running.cancel();
    }
}
