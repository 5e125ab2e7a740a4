package id.espm.app.gui;

import id.espm.app.gui.ask.Question;
import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.cosign.CosignViewModel;
import id.espm.app.gui.history.HistoryViewModel;
import id.espm.app.gui.home.HomeActions;
import id.espm.app.gui.home.HomeSources;
import id.espm.app.gui.home.HomeViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageSetup;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.preview.BlockViewModel;
import id.espm.app.gui.preview.PreviewModels;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.settings.SettingsViewModel;
import id.espm.app.gui.sign.AfterSigning;
import id.espm.app.gui.sign.HandoverViewModel;
import id.espm.app.gui.sign.OperatorDesk;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.verify.VerifySettings;
import id.espm.app.gui.verify.VerifyViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.practice.PracticeSample;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.KeyDesk;
import id.espm.signer.network.Proxies;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** One workplace: which screen is shown, what lies between the screens, and where what is dropped belongs. */
public final class MainViewModel implements Navigation, AfterSigning, HomeActions {
    /** How long the passphrase is kept while nobody uses the window. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> KEY_FILES = List.of(".p12", ".pfx", ".pem");

    /** What decides what is signed, by whom and how. */
    private static final Set<Screen> FROZEN =
            EnumSet.of(Screen.PACKAGE, Screen.PREVIEW, Screen.CERTIFICATE, Screen.SETTINGS);

    /** Where a bundle that is dropped is one to be co-signed. */
    private static final Set<Screen> COSIGNED = EnumSet.of(Screen.PACKAGE, Screen.SIGN);

    private final PracticeViewModel practice;
    private final SettingsFolder settings;
    private final KeyDesk keys;
    private final Rules rules;
    private final CertificateViewModel certificate;
    private final CertificateRecall recall;
    private final HomeViewModel home;
    private final SettingsViewModel setup;
    private final PackageViewModel paket;
    private final PreviewModels preview;
    private final SignViewModel sign;
    private final HandoverViewModel operator;
    private final CosignViewModel cosign;
    private final SendViewModel send;
    private final HistoryViewModel history;
    private final VerifyViewModel verify;
    private final Optional<Failure> setupFailure;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.HOME);
    private final BooleanBinding frozen;

    /** @param practice of the whole window: a workplace may be practice's own */
    public MainViewModel(GuiServices services, Background background, PracticeViewModel practice) {
        this.practice = practice;
        settings = services.settings();
        keys = services.keys();
        rules = services.signing().rules();
        certificate =
                new CertificateViewModel(background, keys, services.signing().clock(), PATIENCE);
        Clock clock = services.signing().clock();
        recall = new CertificateRecall(background, keys, services.settings(), clock, certificate);
        home = new HomeViewModel(background, homeSources(services), recall, practice);
        setup = new SettingsViewModel(background, settings, services.profiles(), this::isBusy);
        paket = new PackageViewModel(
                background,
                new PackageSetup(
                        services.settings(),
                        services.profile(),
                        services.signing().rules(),
                        services.signing().history(),
                        services.signing().clock()));
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
        cosign = new CosignViewModel(
                background, services.signing(), certificate, services.profile().details());
        operator = new HandoverViewModel(
                background,
                new OperatorDesk(
                        services.signing().rules(),
                        services.anchors(),
                        services.signing().clock()));
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
        frozen = Bindings.createBooleanBinding(
                () -> sign.isSigning() || cosign.isSigning(), sign.stateProperty(), cosign.stateProperty());
        recall.begin(services.profile().p12());
        practice.join(this::practise, this::isBusy);
    }

    private HomeSources homeSources(GuiServices services) {
        return new HomeSources(
                settings,
                services.outbox(),
                services.profile(),
                services.signing().rules().serviceHours(),
                new OpenDrafts(settings, this::openDraft),
                services.signing().clock());
    }

    private void openDraft(UUID id) {
        if (!isBusy()) {
            paket.open(id);
            go(Screen.PACKAGE);
        }
    }

    /** Puts a sample on the table, with the certificate and the account of whom it is to be signed by. */
    private void practise(PracticeSample sample) {
        if (!isBusy()) {
            certificate.choose(sample.person().p12());
            send.userProperty().set(sample.person().user());
            paket.choose(sample.folder());
            go(Screen.PACKAGE);
        }
    }

    public PracticeViewModel practice() {
        return practice;
    }

    public HomeViewModel home() {
        return home;
    }

    public SettingsViewModel setup() {
        return setup;
    }

    /** The same workplace by other settings: where one was, and what can be undone. */
    void follow(MainViewModel former) {
        setup.inherit(former.setup);
        go(former.screen.get());
    }

    /** What is known of the certificate before its passphrase is typed. */
    public CertificateRecall recall() {
        return recall;
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

    public CosignViewModel cosign() {
        return cosign;
    }

    /** Hands what was signed over to the operator. */
    public HandoverViewModel operator() {
        return operator;
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
     * Takes what was dropped on the window: a certificate, what is to be signed, a bundle; a bundle is co-signed where packages
     * are put together and signed, sent where packages are sent, and verified elsewhere, as is everything on the screen for
     * verifying.
     */
    public void drop(List<Path> dropped) {
        List<Path> packages = new ArrayList<>();
        List<Path> signed = new ArrayList<>();
        for (Path path : dropped) {
            if (isKeyFile(path)) {
                certificate.choose(path);
                go(Screen.CERTIFICATE);
            } else if (isBundle(path) && COSIGNED.contains(screen.get())) {
                cosign.take(path);
                go(Screen.SIGN);
            } else if (isBundle(path) && screen.get() == Screen.SEND) {
                send.add(List.of(path));
            } else if (screen.get() == Screen.VERIFY || isBundle(path)) {
                signed.add(path);
            } else {
                packages.add(path);
            }
        }
        if (!packages.isEmpty()) {
            cosign.close();
            paket.take(packages);
            go(Screen.PACKAGE);
        }
        if (!signed.isEmpty()) {
            verify.verify(signed);
            go(Screen.VERIFY);
        }
    }

    /** Judges a bundle anew, such as one of the history. */
    public void verifyAgain(Path bundle) {
        verify.verify(List.of(bundle));
        go(Screen.VERIFY);
    }

    /** Takes what came with a later start of the program, such as a bundle that was dragged onto its icon to be verified. */
    void handedOver(List<Path> files) {
        if (files.stream().allMatch(MainViewModel::isBundle)) {
            go(Screen.VERIFY);
        }
        drop(files);
    }

    /** Whether signing or sending goes on, so that nothing else may be begun. */
    public boolean isBusy() {
        return frozen.get() || send.state().isBusy();
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

    /** Looks whether files changed on the disk, such as when the window comes to the front again. */
    public void glance() {
        if (!isBusy()) {
            paket.glance();
        }
    }

    @Override
    public boolean isSubmitted(SignedPackage signed) {
        return rules.of(signed.source().jenis()).submitted();
    }

    @Override
    public void send(List<SignedPackage> signed) {
        signed.forEach(send::offer);
        go(Screen.SEND);
    }

    /** Offers a bundle to be sent that was not signed as a package here, such as one that was co-signed. */
    public void sendBundle(Path bundle) {
        send.add(List.of(bundle));
        go(Screen.SEND);
    }

    @Override
    public void newPackage() {
        nextPackage();
    }

    @Override
    public void openPackage(Path folder) {
        if (!isBusy()) {
            paket.choose(folder);
            go(Screen.PACKAGE);
        }
    }

    /** Makes room for the next package; the certificate stays. */
    @Override
    public void nextPackage() {
        if (!isBusy()) {
            paket.reset();
            sign.forget();
            go(Screen.PACKAGE);
        }
    }

    /** Stops everything and forgets the passphrase. */
    public void close() {
        sign.cancel();
        cosign.cancel();
        send.cancel();
        home.close();
        setup.close();
        recall.close();
        history.close();
        verify.close();
        preview.preview().close();
        paket.close();
        certificate.close();
        keys.close();
    }

    private static boolean isKeyFile(Path path) {
        return KEY_FILES.stream().anyMatch(name(path)::endsWith) && !Files.isDirectory(path);
    }

    private static boolean isBundle(Path path) {
        return name(path).endsWith(".asice") && !Files.isDirectory(path);
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
