package id.espm.app.gui.cosign;

import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.cosign.CosignState.Checked;
import id.espm.app.gui.cosign.CosignState.Checking;
import id.espm.app.gui.cosign.CosignState.Failed;
import id.espm.app.gui.cosign.CosignState.None;
import id.espm.app.gui.cosign.CosignState.Refused;
import id.espm.app.gui.cosign.CosignState.Signed;
import id.espm.app.gui.cosign.CosignState.Signing;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.history.History;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.OutputFolder;
import id.espm.app.signing.RecordedCosigner;
import id.espm.app.signing.RecordedSigner;
import id.espm.signer.Jabatan;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignRequest;
import id.espm.signer.sign.CosignedBundle;
import id.espm.signer.sign.PackageCosigner;
import id.espm.signer.sign.SigningOptions;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Adds this official's signatures to a signed bundle (PER-10/PB/2018, Lampiran 5: three officials sign the LPJ). */
public final class CosignViewModel {
    private final Background background;
    private final SignSettings settings;
    private final CertificateViewModel certificate;
    private final PackageDetails profile;
    private final PackageCosigner cosigner;
    private final ReadOnlyObjectWrapper<CosignState> state = new ReadOnlyObjectWrapper<>(new None());
    private final ObjectProperty<Optional<Jabatan>> jabatan;
    private final StringProperty lokasi;
    private Running running = Running.NOTHING;

    /** @param profile as what and where the official signs, to begin with */
    public CosignViewModel(
            Background background, SignSettings settings, CertificateViewModel certificate, PackageDetails profile) {
        this.background = background;
        this.settings = settings;
        this.certificate = certificate;
        this.profile = profile;
        this.cosigner = new PackageCosigner(settings.rules(), settings.clock());
        this.jabatan = new SimpleObjectProperty<>(profile.jabatan());
        this.lokasi = new SimpleStringProperty(profile.lokasi().orElse(""));
    }

    public ReadOnlyObjectProperty<CosignState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public CosignState state() {
        return state.get();
    }

    public ObjectProperty<Optional<Jabatan>> jabatanProperty() {
        return jabatan;
    }

    public StringProperty lokasiProperty() {
        return lokasi;
    }

    /** Whose passphrase is asked for. */
    public CertificateViewModel certificate() {
        return certificate;
    }

    public boolean isSigning() {
        return state.get() instanceof Signing;
    }

    /** Whether a bundle was taken, so that packages have to wait. */
    public boolean isOpen() {
        return !(state.get() instanceof None);
    }

    /** Takes a bundle, and judges it without any key. */
    public void take(Path bundle) {
        if (isSigning()) {
            return;
        }
        running.cancel();
        state.set(new Checking(bundle));
        Optional<Jabatan> as = jabatan.get();
        String place = lokasi.get().strip();
        running = background
                .run(() -> look(bundle, as, place))
                .onSuccess(state::set)
                .onError(IOException.class, e -> refuse(bundle, new Failure.OfFiles(e)))
                .onError(SignerException.class, e -> refuse(bundle, new Failure.OfSigner(e.problem())))
                .start();
    }

    /** Judges the bundle again, such as after the official said as what he signs. */
    public void again() {
        if (!(state.get() instanceof Signed)) {
            state.get().file().ifPresent(this::take);
        }
    }

    private void refuse(Path bundle, Failure failure) {
        state.set(new Refused(bundle, Optional.empty(), failure));
    }

    /** Who signed is told even where this official may not. */
    private CosignState look(Path bundle, Optional<Jabatan> as, String place) throws IOException, SignerException {
        VerificationSettings nobody =
                new VerificationSettings(TrustAnchors.none(), settings.clock().instant());
        Optional<Signatories> signatories = Signatories.of(
                new BundleVerifier(nobody, settings.rules()).verify(bundle.toString(), bundle), settings.rules());
        try {
            return new Checked(cosigner.check(request(bundle, as, place)));
        } catch (SignerException e) {
            return new Refused(bundle, signatories, new Failure.OfSigner(e.problem()));
        }
    }

    private CosignRequest request(Path bundle, Optional<Jabatan> as, String place) throws SignerException {
        if (place.isEmpty()) {
            throw new SignerException(new Problem.PackageDetailMissing(bundle, Detail.LOKASI));
        }
        return new CosignRequest(
                bundle,
                as.orElseThrow(() -> new SignerException(new Problem.PackageDetailMissing(bundle, Detail.JABATAN))),
                profile.satker(),
                place);
    }

    /** Signs, if everything is there. However it ends, the passphrase is wiped. */
    public void sign() {
        Optional<CheckedBundle> checked = toSign();
        Optional<Secret> passphrase = certificate.passphraseForSigning();
        Optional<Path> file = certificate.file();
        if (checked.isEmpty() || passphrase.isEmpty() || file.isEmpty()) {
            passphrase.ifPresent(Secret::close);
            return;
        }
        CheckedBundle bundle = checked.get();
        state.set(new Signing(bundle, false));
        running = background
                .run(() -> sign(bundle, file.get(), passphrase.get()))
                .onSuccess(signed -> end(new Signed(signed)))
                .onError(SignerException.class, e -> end(new Failed(bundle, new Failure.OfSigner(e.problem()))))
                .onError(IOException.class, e -> end(new Failed(bundle, new Failure.OfFiles(e))))
                .onCancelled(() -> end(new Checked(bundle)))
                .start();
    }

    private Optional<CheckedBundle> toSign() {
        return switch (state.get()) {
            case Checked s -> Optional.of(s.checked());
            case Failed s -> Optional.of(s.checked());
            case None s -> Optional.empty();
            case Checking s -> Optional.empty();
            case Refused s -> Optional.empty();
            case Signing s -> Optional.empty();
            case Signed s -> Optional.empty();
        };
    }

    /** The new bundle goes beside the old one, which stays as it is. */
    private CosignedBundle sign(CheckedBundle bundle, Path file, Secret passphrase)
            throws SignerException, IOException {
        Path folder = bundle.file().path().toAbsolutePath().normalize().resolveSibling("");
        new OutputFolder(folder).requireWritable();
        try (passphrase;
                History history = History.open(settings.history());
                SigningKey key = certificate.open(file, passphrase);
                ChosenMethod method = settings.method().open()) {
            RecordedSigner.requireClock(history, settings.clock().instant());
            SigningOptions options = new SigningOptions.Builder(
                            folder,
                            settings.alasan().apply(bundle.contents().jenis()),
                            ZonedDateTime.now(settings.clock()))
                    .method(method.method())
                    .build();
            return new RecordedCosigner(cosigner, history).sign(bundle, key, options);
        }
    }

    private void end(CosignState outcome) {
        state.set(outcome);
        certificate.lock();
    }

    /** Asks the signing that goes on to stop; nothing half-done is left. */
    public void cancel() {
        if (state.get() instanceof Signing now) {
            state.set(new Signing(now.checked(), true));
            running.cancel();
        }
    }

    /** Puts the bundle away. */
    public void close() {
        if (isSigning()) {
            cancel();
        } else {
            running.cancel();
            state.set(new None());
        }
    }
}
