package id.espm.app.gui.certificate;

import id.espm.app.gui.certificate.CertificateState.Chosen;
import id.espm.app.gui.certificate.CertificateState.None;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Opening;
import id.espm.app.gui.certificate.CertificateState.Refused;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.IdleTimer;
import id.espm.app.gui.work.Running;
import id.espm.app.signing.KeyDesk;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.authority.Assessment;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Step 1. The passphrase is held as a {@link Secret} from the moment it opened the file until the next signing has ended,
 * another file is chosen, nobody used the window for a while, or it is locked again; the key itself is open only while it is looked at or signs.
 */
public final class CertificateViewModel {
    private final Background background;
    private final KeyDesk desk;
    private final InstantSource clock;
    private final IdleTimer idle;
    private final ReadOnlyObjectWrapper<CertificateState> state = new ReadOnlyObjectWrapper<>(new None());
    private Running running = Running.NOTHING;
    private @Nullable Secret passphrase;

    /**
     * @param patience how long the passphrase is kept while nobody does anything
     */
    public CertificateViewModel(Background background, KeyDesk desk, InstantSource clock, Duration patience) {
        this.background = background;
        this.desk = desk;
        this.clock = clock;
        this.idle = new IdleTimer(background, patience, this::lock);
    }

    public ReadOnlyObjectProperty<CertificateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public CertificateState state() {
        return state.get();
    }

    /** Takes another file. What is no .p12 at all is told at once, without asking for a passphrase. */
    public void choose(Path file) {
        wipe();
        running.cancel();
        state.set(new Opening(file));
        running = background
                .run(() -> desk.objectionToKind(file))
                .onSuccess(objection -> state.set(objection
                        .<CertificateState>map(p -> new Refused(file, new Failure.OfSigner(p), false))
                        .orElseGet(() -> new Chosen(file))))
                .start();
    }

    /**
     * Opens the chosen file.
     *
     * @param typed becomes this object's to wipe
     */
    public void open(Secret typed) {
        Optional<Path> file = file();
        if (file.isEmpty() || state.get() instanceof Opening) {
            typed.close();
            return;
        }
        wipe();
        Path path = file.get();
        state.set(new Opening(path));
        running = background
                .run(() -> look(path, typed))
                .onSuccess(opened -> {
                    passphrase = typed;
                    idle.start();
                    state.set(opened);
                })
                .onError(SignerException.class, e -> {
                    typed.close();
                    refuse(path, e.problem());
                })
                .onCancelled(typed::close)
                .start();
    }

    private Opened look(Path file, Secret typed) throws SignerException {
        try (SigningKey key = desk.open(file, typed)) {
            Assessment assessment = desk.assess(key);
            CertificateIdentity identity = key.identity();
            long left = Duration.between(clock.instant(), identity.notAfter()).toDays();
            return new Opened(file, identity, assessment, left, true);
        }
    }

    private void refuse(Path file, Problem problem) {
        boolean retype = problem instanceof Problem.WrongPassphrase || problem instanceof Problem.PassphraseThrottled;
        state.set(new Refused(file, new Failure.OfSigner(problem), retype));
    }

    /** The chosen file. */
    public Optional<Path> file() {
        return switch (state.get()) {
            case None none -> Optional.empty();
            case Chosen s -> Optional.of(s.file());
            case Opening s -> Optional.of(s.file());
            case Refused s -> Optional.of(s.file());
            case Opened s -> Optional.of(s.file());
        };
    }

    /** A copy of the passphrase for one signing, if it is at hand and nothing forbids signing. The caller wipes it. */
    public Optional<Secret> passphraseForSigning() {
        boolean allowed =
                state.get() instanceof Opened opened && opened.objection().isEmpty();
        return allowed ? Optional.ofNullable(passphrase).map(Secret::copy) : Optional.empty();
    }

    /**
     * Opens the key for one signing, in the background.
     *
     * @param copy as {@link #passphraseForSigning} gave it
     */
    public SigningKey open(Path file, Secret copy) throws SignerException {
        return desk.open(file, copy);
    }

    /** Somebody is using the window. */
    public void touched() {
        idle.touched();
    }

    /** Forgets the passphrase; the owner stays known. */
    public void lock() {
        wipe();
        if (state.get() instanceof Opened opened) {
            state.set(opened.locked());
        }
    }

    /** Forgets the passphrase and stops what goes on. */
    public void close() {
        running.cancel();
        lock();
    }

    private void wipe() {
        idle.stop();
        if (passphrase != null) {
            passphrase.close();
            passphrase = null;
        }
    }
}
