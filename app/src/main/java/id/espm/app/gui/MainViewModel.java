package id.espm.app.gui;

import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.history.HistoryViewModel;
import id.espm.app.gui.home.Drafts;
import id.espm.app.gui.home.HomeActions;
import id.espm.app.gui.home.HomeSources;
import id.espm.app.gui.home.HomeViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.settings.SettingsViewModel;
import id.espm.app.gui.sign.AfterSigning;
import id.espm.app.gui.sign.SignState;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.practice.PracticeSample;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.KeyDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One workplace: which screen is shown, what lies between the screens, and where what is dropped belongs. */
public final class MainViewModel implements Navigation, AfterSigning, HomeActions {
    private static final Logger LOG = LoggerFactory.getLogger(MainViewModel.class);

    /** How long the passphrase is kept while nobody uses the window. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> KEY_FILES = List.of(".p12", ".pfx", ".pem");

    /** What decides what is signed, by whom and how. */
    private static final Set<Screen> FROZEN =
            EnumSet.of(Screen.PACKAGE, Screen.PREVIEW, Screen.CERTIFICATE, Screen.SETTINGS);

    private final PracticeViewModel practice;
    private final SettingsFolder settings;
    private final KeyDesk keys;
    private final CertificateViewModel certificate;
    private final CertificateRecall recall;
    private final HomeViewModel home;
    private final SettingsViewModel setup;
    private final PackageViewModel paket;
    private final SignViewModel sign;
    private final SendViewModel send;
    private final HistoryViewModel history;
    private final Optional<Failure> setupFailure;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.HOME);
    private final BooleanBinding frozen;

    /** @param practice of the whole window: a workplace may be practice's own */
    public MainViewModel(GuiServices services, Background background, PracticeViewModel practice) {
        this.practice = practice;
        settings = services.settings();
        keys = services.keys();
        certificate =
                new CertificateViewModel(background, keys, services.signing().clock(), PATIENCE);
        Clock clock = services.signing().clock();
        recall = new CertificateRecall(background, keys, services.settings(), clock, certificate);
        home = new HomeViewModel(background, homeSources(services), recall, practice);
        setup = new SettingsViewModel(background, settings, services.profiles(), this::isBusy);
        paket = new PackageViewModel(
                background, services.signing().rules(), services.profile().details());
        sign = new SignViewModel(background, services.signing(), certificate, paket);
        send = new SendViewModel(
                background,
                services.sender(),
                services.espmAddress(),
                services.profile().user().orElse(""));
        history = new HistoryViewModel(background, services.outbox());
        setupFailure = services.setupFailure();
        frozen = Bindings.createBooleanBinding(sign::isSigning, sign.stateProperty());
        recall.begin(services.profile().p12());
        paket.folderProperty().subscribe(folder -> folder.ifPresent(this::worked));
        practice.join(this::practise, this::isBusy);
    }

    private static HomeSources homeSources(GuiServices services) {
        SettingsFolder settings = services.settings();
        Clock clock = services.signing().clock();
        return new HomeSources(
                settings,
                services.outbox(),
                services.profile(),
                services.signing().rules().serviceHours(),
                Drafts.NONE,
                clock);
    }

    /** Beranda offers it again. */
    private void worked(Path folder) {
        try {
            settings.remember(memory -> memory.worked(folder.toAbsolutePath().normalize()));
        } catch (IOException e) {
            // It is not offered again: no reason to disturb anybody.
            LOG.info("the package was not remembered: {}", e.getClass().getSimpleName());
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

    public SignViewModel sign() {
        return sign;
    }

    public SendViewModel sending() {
        return send;
    }

    public HistoryViewModel history() {
        return history;
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
     * Takes what was dropped on the window: a certificate, a package's folder, or both.
     *
     * @return whether all of it was understood
     */
    public boolean drop(List<Path> dropped) {
        boolean understood = true;
        for (Path path : dropped) {
            if (isKeyFile(path)) {
                certificate.choose(path);
                go(Screen.CERTIFICATE);
            } else if (Files.isDirectory(path)) {
                paket.choose(path);
                go(Screen.PACKAGE);
            } else {
                understood = false;
            }
        }
        return understood;
    }

    /** Whether signing or sending goes on, so that nothing else may be begun. */
    public boolean isBusy() {
        return sign.isSigning() || send.state().isBusy();
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
            go(Screen.PACKAGE);
        }
    }

    /** Stops everything and forgets the passphrase. */
    public void close() {
        sign.cancel();
        send.cancel();
        home.close();
        setup.close();
        recall.close();
        history.close();
        paket.close();
        certificate.close();
        keys.close();
    }

    private static boolean isKeyFile(Path path) {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return KEY_FILES.stream().anyMatch(name::endsWith) && !Files.isDirectory(path);
    }
}
