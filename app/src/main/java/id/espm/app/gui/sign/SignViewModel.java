package id.espm.app.gui.sign;

import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.OpenPackages;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.paket.ReadyPackage;
import id.espm.app.gui.sign.SignReadiness.CertificateForbids;
import id.espm.app.gui.sign.SignReadiness.NeedsCertificate;
import id.espm.app.gui.sign.SignReadiness.NeedsPackage;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.NeedsSecondLook;
import id.espm.app.gui.sign.SignReadiness.Part;
import id.espm.app.gui.sign.SignReadiness.Ready;
import id.espm.app.gui.sign.SignState.Cancelled;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.app.gui.sign.SignState.Failed;
import id.espm.app.gui.sign.SignState.Idle;
import id.espm.app.gui.sign.SignState.Signing;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfAppearances;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * Signs the packages that are ready, one after another, with the opened certificate. However it ends, the passphrase is wiped;
 * what failed can be tried again by itself.
 */
public final class SignViewModel {
    private final Background background;
    private final SignSettings settings;
    private final CertificateViewModel certificate;
    private final PackageViewModel paket;
    private final Supplier<PdfAppearances> appearances;
    private final ReadOnlyObjectWrapper<SignState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private final BooleanProperty secondLook = new SimpleBooleanProperty();
    private final ObjectBinding<SignReadiness> readiness;
    private final List<SignOutcome> outcomes = new ArrayList<>();
    private Set<UUID> known = Set.of();
    private List<Difference> looked = List.of();
    private Running running = Running.NOTHING;

    /** @param appearances how the signatures in the PDFs will be seen, asked when signing begins */
    public SignViewModel(
            Background background,
            SignSettings settings,
            CertificateViewModel certificate,
            PackageViewModel paket,
            Supplier<PdfAppearances> appearances) {
        this.background = background;
        this.settings = settings;
        this.certificate = certificate;
        this.paket = paket;
        this.appearances = appearances;
        this.readiness = Bindings.createObjectBinding(
                this::readinessNow, certificate.stateProperty(), paket.openProperty(), secondLook);
        paket.openProperty().subscribe(this::packagesChanged);
        paket.verdictProperty().subscribe(this::forgetFailure);
        certificate.stateProperty().subscribe(this::forgetFailure);
    }

    public ReadOnlyObjectProperty<SignState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SignState state() {
        return state.get();
    }

    public ObservableValue<SignReadiness> readinessProperty() {
        return readiness;
    }

    /** Whether the differences were looked at again, just before they are signed. */
    public BooleanProperty secondLookProperty() {
        return secondLook;
    }

    /** The confirmed differences in what would be signed now. */
    public List<Difference> differences() {
        return paket.ready().stream()
                .flatMap(each -> each.differences().stream())
                .toList();
    }

    /** Whose passphrase is asked for. */
    public CertificateViewModel certificate() {
        return certificate;
    }

    /** Whether signing goes on. */
    public boolean isSigning() {
        return state.get() instanceof Signing;
    }

    private SignReadiness readinessNow() {
        return switch (certificate.state()) {
            case CertificateState.None s -> new NeedsCertificate();
            case CertificateState.Chosen s -> new NeedsPassphrase();
            case CertificateState.Opening s -> new NeedsPassphrase();
            case CertificateState.Refused s -> s.retype() ? new NeedsPassphrase() : new NeedsCertificate();
            case CertificateState.Opened s -> {
                if (s.objection().isPresent()) {
                    yield new CertificateForbids();
                }
                yield s.unlocked() ? readiness(s.identity().nama()) : new NeedsPassphrase();
            }
        };
    }

    private SignReadiness readiness(String nama) {
        List<ReadyPackage> ready = paket.ready();
        if (ready.isEmpty()) {
            return new NeedsPackage();
        }
        List<Difference> differences = differences();
        return differences.isEmpty() || secondLook.get()
                ? new Ready(nama, ready.stream().map(SignViewModel::part).toList())
                : new NeedsSecondLook(differences);
    }

    private static Part part(ReadyPackage ready) {
        SigningPackage source = ready.checked().source();
        return new Part(
                source.jabatan(),
                source.satker(),
                source.jenis(),
                ready.checked().request().contents().nomor(),
                SigningRun.files(ready.checked()),
                source.lokasi());
    }

    /** Another package: what was signed before is no longer the matter. Other differences: they were not looked at. */
    private void packagesChanged(OpenPackages open) {
        if (isSigning()) {
            return;
        }
        List<Difference> now = differences();
        if (!now.equals(looked)) {
            looked = now;
            secondLook.set(false);
        }
        Set<UUID> ids = open.all().stream().map(OpenPackages.Tab::id).collect(Collectors.toSet());
        if (!known.containsAll(ids)) {
            known = ids;
            forget();
        }
    }

    /** What was signed is no longer the matter. */
    public void forget() {
        if (!isSigning()) {
            outcomes.clear();
            state.set(new Idle());
        }
    }

    /** The package is checked again: why the last signing failed is no longer the matter; what it wrote still is. */
    private void forgetFailure(PackageVerdict now) {
        forgetFailure(now instanceof PackageVerdict.Checking);
    }

    /** Another certificate, or another try; as for packages. */
    private void forgetFailure(CertificateState now) {
        forgetFailure(now instanceof CertificateState.Opening);
    }

    private void forgetFailure(boolean anew) {
        if (anew && (state.get() instanceof Failed || state.get() instanceof Cancelled)) {
            state.set(new Idle());
        }
    }

    /** Makes ready to try again what failed, and it alone: the rest stands. The passphrase is asked for again. */
    public void retry() {
        if (state.get() instanceof Done done && (!done.failed().isEmpty() || done.cancelled())) {
            outcomes.removeIf(outcome -> outcome.failure().isPresent());
            state.set(new Idle());
            paket.check();
        }
    }

    /** Signs, if everything is there. */
    public void sign() {
        if (isSigning() || !(readiness.get() instanceof Ready)) {
            return;
        }
        Optional<Secret> passphrase = certificate.passphraseForSigning();
        Optional<Path> file = certificate.file();
        if (passphrase.isEmpty() || file.isEmpty()) {
            return;
        }
        SigningRun run = new SigningRun(settings, appearances.get(), paket.ready(), new Told());
        state.set(new Signing(0, run.total(), "", Optional.empty(), false));
        running = background
                .run(() -> sign(run, file.get(), passphrase.get()))
                .onSuccess(drift -> end(false, drift))
                .onError(SignerException.class, e -> fail(new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> fail(new Failure.OfFiles(e)))
                .onCancelled(() -> end(true, Optional.empty()))
                .start();
    }

    private Optional<Caution.ClockDrift> sign(SigningRun run, Path file, Secret passphrase)
            throws SignerException, IOException, InterruptedException {
        try (passphrase;
                SigningKey key = certificate.open(file, passphrase)) {
            return run.sign(key);
        }
    }

    /** Brings over to the window what the run tells. */
    private final class Told implements SigningRun.Listener {
        @Override
        public void signed(String file, int done, int total, Optional<Duration> left) {
            background.tellWindow(() -> {
                if (state.get() instanceof Signing now) {
                    state.set(new Signing(done, total, file, left, now.cancelling()));
                }
            });
        }

        @Override
        public void ended(SignOutcome outcome) {
            background.tellWindow(() -> outcomes.add(outcome));
        }
    }

    private void fail(Failure failure) {
        state.set(new Failed(failure));
        certificate.lock();
    }

    /** What was signed leaves the desk with its draft; what failed stays there to be mended. */
    private void end(boolean cancelled, Optional<Caution.ClockDrift> drift) {
        Set<UUID> signed = new HashSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.bundle().isPresent())
                .forEach(outcome -> signed.add(outcome.draft()));
        signed.forEach(paket::signed);
        state.set(
                cancelled && outcomes.isEmpty() ? new Cancelled() : new Done(List.copyOf(outcomes), cancelled, drift));
        certificate.lock();
    }

    /** Asks the signing that goes on to stop; nothing half-done is left, and what is signed already stays. */
    public void cancel() {
        if (state.get() instanceof Signing now) {
            state.set(new Signing(now.done(), now.total(), now.file(), now.left(), true));
            running.cancel();
        }
    }
}
