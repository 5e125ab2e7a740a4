package id.espm.app.gui.sign;

import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.sign.SignReadiness.CertificateForbids;
import id.espm.app.gui.sign.SignReadiness.NeedsCertificate;
import id.espm.app.gui.sign.SignReadiness.NeedsPackage;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.Ready;
import id.espm.app.gui.sign.SignState.Cancelled;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.app.gui.sign.SignState.Failed;
import id.espm.app.gui.sign.SignState.Idle;
import id.espm.app.gui.sign.SignState.Signing;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.RecordWords;
import id.espm.app.signing.RecordedSigner;
import id.espm.app.text.Messages;
import id.espm.app.text.PackageText;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Step 3: signs the checked package with the opened certificate. However it ends, the passphrase is wiped. */
public final class SignViewModel {
    private final Background background;
    private final PackageSigner signer;
    private final SignSettings settings;
    private final CertificateViewModel certificate;
    private final PackageViewModel paket;
    private final Supplier<PdfAppearances> appearances;
    private final ReadOnlyObjectWrapper<SignState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private final ObjectBinding<SignReadiness> readiness;
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
        this.signer = new PackageSigner(settings.rules());
        this.certificate = certificate;
        this.paket = paket;
        this.appearances = appearances;
        this.readiness =
                Bindings.createObjectBinding(this::readinessNow, certificate.stateProperty(), paket.verdictProperty());
        paket.verdictProperty().subscribe(verdict -> forgetOutcome());
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
                if (!s.unlocked()) {
                    yield new NeedsPassphrase();
                }
                yield paket.verdict() instanceof PackageVerdict.Ready ready
                        ? summary(s.identity().nama(), ready.checked())
                        : new NeedsPackage();
            }
        };
    }

    private static Ready summary(String nama, CheckedPackage checked) {
        SigningPackage source = checked.source();
        return new Ready(
                nama,
                source.jabatan(),
                source.satker(),
                source.jenis(),
                source.nomor(),
                checked.request().contents().dokumen().size(),
                source.lokasi());
    }

    /** Another package, or another answer of the rules: what was signed before is no longer the matter. */
    private void forgetOutcome() {
        if (!isSigning()) {
            state.set(new Idle());
        }
    }

    /** Another certificate, or another try: why the last signing failed is no longer the matter; what it wrote still is. */
    private void forgetFailure(CertificateState now) {
        if (now instanceof CertificateState.Opening
                && (state.get() instanceof Failed || state.get() instanceof Cancelled)) {
            state.set(new Idle());
        }
    }

    /** Signs, if everything is there. */
    public void sign() {
        if (isSigning() || !(paket.verdict() instanceof PackageVerdict.Ready ready)) {
            return;
        }
        Optional<Secret> passphrase = certificate.passphraseForSigning();
        Optional<Path> file = certificate.file();
        if (passphrase.isEmpty() || file.isEmpty()) {
            return;
        }
        CheckedPackage checked = ready.checked();
        PdfAppearances seen = appearances.get();
        int total = checked.request().contents().dokumen().size();
        paket.showSigned(0);
        state.set(new Signing(0, total, "", false));
        running = background
                .run(() -> sign(checked, seen, file.get(), passphrase.get()))
                .onSuccess(signed -> end(new Done(signed)))
                .onError(SignerException.class, e -> fail(new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> fail(new Failure.OfFiles(e)))
                .onCancelled(() -> {
                    paket.showSigned(0);
                    end(new Cancelled());
                })
                .start();
    }

    private SignedPackage sign(CheckedPackage checked, PdfAppearances seen, Path file, Secret passphrase)
            throws SignerException, IOException {
        SigningPackage source = checked.source();
        SigningOptions options = new SigningOptions.Builder(
                        settings.folder().apply(source),
                        settings.alasan().apply(source),
                        ZonedDateTime.now(settings.clock()))
                .appearances(seen)
                .build();
        try (passphrase;
                SigningKey key = certificate.open(file, passphrase);
                History history = History.open(settings.history())) {
            stopIfAsked();
            RecordedSigner.requireClock(history, settings.clock().instant());
            RecordedSigner recorded = new RecordedSigner(signer, history, recordWords(), false);
            return recorded.sign(BatchItem.read(source), checked, key, options, listener());
        }
    }

    /** The history is Indonesian whatever language the window speaks. */
    private static RecordWords recordWords() {
        return new RecordWords(new PackageText(Messages.shared(Messages.INDONESIAN))::difference);
    }

    private SigningListener listener() {
        return (file, done, total) -> {
            background.tellWindow(() -> progress(done, total, file));
            stopIfAsked();
        };
    }

    /** The interrupt that asks to stop is seen between two files even where no file is being read or written. */
    private static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    private void progress(int done, int total, String file) {
        if (state.get() instanceof Signing now) {
            paket.showSigned(done);
            state.set(new Signing(done, total, file, now.cancelling()));
        }
    }

    private void fail(Failure failure) {
        paket.showSigned(0);
        end(new Failed(failure));
    }

    private void end(SignState outcome) {
        state.set(outcome);
        certificate.lock();
    }

    /** Asks the signing that goes on to stop; nothing half-done is left. */
    public void cancel() {
        if (state.get() instanceof Signing now) {
            state.set(new Signing(now.done(), now.total(), now.file(), true));
            running.cancel();
        }
    }
}
