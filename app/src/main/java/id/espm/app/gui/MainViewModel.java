package id.espm.app.gui;

import id.espm.app.gui.ask.Question;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.history.HistoryViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.preview.BlockViewModel;
import id.espm.app.gui.preview.PreviewModels;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.sign.AfterSigning;
import id.espm.app.gui.sign.SignState;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.verify.VerifySettings;
import id.espm.app.gui.verify.VerifyViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.signing.KeyDesk;
import id.espm.signer.network.Proxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** One workplace: which screen is shown, what lies between the screens, and where what is dropped belongs. */
public final class MainViewModel implements Navigation, AfterSigning {
    /** How long the passphrase is kept while nobody uses the window. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> KEY_FILES = List.of(".p12", ".pfx", ".pem");

    /** What decides what is signed, by whom and how. */
    private static final Set<Screen> FROZEN =
            EnumSet.of(Screen.PACKAGE, Screen.PREVIEW, Screen.CERTIFICATE, Screen.SETTINGS);

    private final KeyDesk keys;
    private final CertificateViewModel certificate;
    private final PackageViewModel paket;
    private final PreviewModels preview;
    private final SignViewModel sign;
    private final SendViewModel send;
    private final HistoryViewModel history;
    private final VerifyViewModel verify;
    private final Optional<Failure> setupFailure;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.PACKAGE);
    private final BooleanBinding frozen;

    public MainViewModel(GuiServices services, Background background) {
        keys = services.keys();
        certificate =
                new CertificateViewModel(background, keys, services.signing().clock(), PATIENCE);
        paket = new PackageViewModel(
                background, services.signing().rules(), services.profile().details());
        preview = PreviewModels.of(
                background,
                paket,
                certificate,
                new BlockViewModel.Terms(
                        services.signing().alasan(), services.signing().clock()),
                services.settings().templates());
        sign = new SignViewModel(
                background,
                services.signing(),
                certificate,
                paket,
                () -> preview.preview().appearancesProperty().get());
        send = new SendViewModel(
                background,
                services.sender(),
                services.parcels(),
                services.espmAddress(),
                services.profile().user().orElse(""));
        history = new HistoryViewModel(background, services.outbox());
        verify = new VerifyViewModel(
                background,
                new VerifySettings(
                        services.anchors(),
                        services.signing().rules(),
                        services.signing().clock(),
                        Proxies.chosenBy(services.proxies())));
        setupFailure = services.setupFailure();
        frozen = Bindings.createBooleanBinding(sign::isSigning, sign.stateProperty());
        services.profile().p12().ifPresent(certificate::choose);
    }

    public CertificateViewModel certificate() {
        return certificate;
    }

    public PackageViewModel paket() {
        return paket;
    }

    public PreviewModels preview() {
        return preview;
    }

    public SignViewModel sign() {
        return sign;
    }

    public SendViewModel sending() {
        return send;
    }

    public HistoryViewModel history() {
        return history;
    }

    public VerifyViewModel verify() {
        return verify;
    }

    /** What is set up but could not be read. */
    public Optional<Failure> setupFailure() {
        return setupFailure;
    }

    /** The screen that is shown. */
    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    @Override
    public void go(Screen to) {
        screen.set(to);
    }

    /** Whether signing goes on, so that nothing that it depends on may be changed. */
    public ObservableBooleanValue frozenProperty() {
        return frozen;
    }

    /** Whether a screen may not be used while signing goes on. */
    boolean isFrozen(Screen each) {
        return FROZEN.contains(each);
    }

    /**
     * Takes what was dropped on the window: a certificate, a package's folder, a bundle to be verified; on the screen for
     * verifying whatever is to be verified.
     *
     * @return whether all of it was understood
     */
    public boolean drop(List<Path> dropped) {
        boolean understood = true;
        List<Path> signed = new ArrayList<>();
        for (Path path : dropped) {
            if (isKeyFile(path)) {
                certificate.choose(path);
                go(Screen.CERTIFICATE);
            } else if (Files.isDirectory(path) && screen.get() != Screen.VERIFY) {
                paket.choose(path);
                go(Screen.PACKAGE);
            } else if (screen.get() == Screen.SEND && isSigned(path)) {
                send.add(List.of(path));
            } else if (screen.get() == Screen.VERIFY || isSigned(path)) {
                signed.add(path);
            } else {
                understood = false;
            }
        }
        if (!signed.isEmpty()) {
            verify.verify(signed);
            go(Screen.VERIFY);
        }
        return understood;
    }

    /** Judges a bundle anew, such as one of the history. */
    public void verifyAgain(Path bundle) {
        verify.verify(List.of(bundle));
        go(Screen.VERIFY);
    }

    /** Whether signing or sending goes on, so that nothing else may be begun. */
    public boolean isBusy() {
        return sign.isSigning() || send.state().isBusy();
    }

    /** What must be asked before the window may be closed; nothing where nothing goes on. */
    Optional<Question> questionBeforeClosing() {
        if (sign.isSigning()) {
            return Optional.of(Question.CLOSE_SIGNING);
        }
        return send.state().isBusy() ? Optional.of(Question.CLOSE_SENDING) : Optional.empty();
    }

    /** Reads again what is shown, such as after its files were mended. */
    public void lookAgain() {
        if (screen.get() == Screen.PACKAGE && !isBusy()) {
            paket.check();
        }
    }

    @Override
    public boolean isSubmitted() {
        return paket.isSubmitted();
    }

    @Override
    public void send() {
        if (sign.state() instanceof SignState.Done done) {
            send.offer(done.signed());
            go(Screen.SEND);
        }
    }

    /** Makes room for the next package; the certificate stays. */
    @Override
    public void nextPackage() {
        if (!isBusy()) {
            paket.reset();
            go(Screen.PACKAGE);
        }
    }

    /** Stops everything and forgets the passphrase. */
    public void close() {
        sign.cancel();
        send.cancel();
        history.close();
        verify.close();
        preview.preview().close();
        paket.close();
        certificate.close();
        keys.close();
    }

    private static boolean isSigned(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".asice");
    }

    private static boolean isKeyFile(Path path) {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return KEY_FILES.stream().anyMatch(name::endsWith) && !Files.isDirectory(path);
    }
}
