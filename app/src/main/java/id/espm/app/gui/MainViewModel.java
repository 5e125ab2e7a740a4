package id.espm.app.gui;

import id.espm.app.gui.ask.Question;
import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.cosign.CosignViewModel;
import id.espm.app.gui.history.HistoryViewModel;
import id.espm.app.gui.home.HomeActions;
import id.espm.app.gui.home.HomeViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.preview.PreviewModels;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.settings.SettingsField;
import id.espm.app.gui.settings.SettingsViewModel;
import id.espm.app.gui.sign.AfterSigning;
import id.espm.app.gui.sign.HandoverViewModel;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.update.UpdateViewModel;
import id.espm.app.gui.verify.VerifyViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.practice.PracticeSample;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final List<String> KEY_FILES = List.of(".p12", ".pfx", ".pem");

    /** What decides what is signed, by whom and how. */
    private static final Set<Screen> FROZEN =
            EnumSet.of(Screen.PACKAGE, Screen.PREVIEW, Screen.CERTIFICATE, Screen.SETTINGS);

    /** Where a bundle that is dropped is one to be co-signed. */
    private static final Set<Screen> COSIGNED = EnumSet.of(Screen.PACKAGE, Screen.SIGN);

    private final PracticeViewModel practice;
    private final Rules rules;
    private final ScreenModels models;
    private final Optional<Failure> setupFailure;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.HOME);
    private final BooleanBinding frozen;

    /** @param practice of the whole window: a workplace may be practice's own */
    public MainViewModel(GuiServices services, Background background, PracticeViewModel practice) {
        this.practice = practice;
        rules = services.signing().rules();
        models =
                new ScreenModels(services, background, new ScreenModels.Frame(practice, this::isBusy, this::openDraft));
        setupFailure = services.setupFailure();
        frozen = Bindings.createBooleanBinding(
                () -> models.sign.isSigning() || models.cosign.isSigning(),
                models.sign.stateProperty(),
                models.cosign.stateProperty());
        models.recall.begin(services.profile().p12());
        models.update.begin();
        practice.join(this::practise, this::isBusy);
    }

    private void openDraft(UUID id) {
        if (!isBusy()) {
            models.paket.open(id);
            go(Screen.PACKAGE);
        }
    }

    /** Puts a sample on the table, with the certificate and the account of whom it is to be signed by. */
    private void practise(PracticeSample sample) {
        if (!isBusy()) {
            models.certificate.choose(sample.person().p12());
            models.send.userProperty().set(sample.person().user());
            models.paket.choose(sample.folder());
            go(Screen.PACKAGE);
        }
    }

    public PracticeViewModel practice() {
        return practice;
    }

    public HomeViewModel home() {
        return models.home;
    }

    public SettingsViewModel setup() {
        return models.setup;
    }

    /** The same workplace by other settings: where one was, and what can be undone. */
    void follow(MainViewModel former) {
        models.setup.inherit(former.models.setup);
        go(former.screen.get());
    }

    /** What is known of the certificate before its passphrase is typed. */
    public CertificateRecall recall() {
        return models.recall;
    }

    public CertificateViewModel certificate() {
        return models.certificate;
    }

    public PackageViewModel paket() {
        return models.paket;
    }

    public PreviewModels preview() {
        return models.preview;
    }

    public SignViewModel sign() {
        return models.sign;
    }

    public CosignViewModel cosign() {
        return models.cosign;
    }

    /** Hands what was signed over to the operator. */
    public HandoverViewModel operator() {
        return models.operator;
    }

    public SendViewModel sending() {
        return models.send;
    }

    public HistoryViewModel history() {
        return models.history;
    }

    public VerifyViewModel verify() {
        return models.verify;
    }

    /** Whether there is a newer version. */
    public UpdateViewModel updates() {
        return models.update;
    }

    /** Goes to what is known of newer versions. */
    void showUpdates() {
        models.setup.tabProperty().set(SettingsField.Tab.UPDATE);
        go(Screen.SETTINGS);
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
                models.certificate.choose(path);
                go(Screen.CERTIFICATE);
            } else if (isBundle(path) && COSIGNED.contains(screen.get())) {
                models.cosign.take(path);
                go(Screen.SIGN);
            } else if (isBundle(path) && screen.get() == Screen.SEND) {
                models.send.add(List.of(path));
            } else if (screen.get() == Screen.VERIFY || isBundle(path)) {
                signed.add(path);
            } else {
                packages.add(path);
            }
        }
        if (!packages.isEmpty()) {
            models.cosign.close();
            models.paket.take(packages);
            go(Screen.PACKAGE);
        }
        if (!signed.isEmpty()) {
            models.verify.verify(signed);
            go(Screen.VERIFY);
        }
    }

    /** Judges a bundle anew, such as one of the history. */
    public void verifyAgain(Path bundle) {
        models.verify.verify(List.of(bundle));
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
        return frozen.get() || models.send.state().isBusy();
    }

    /** What must be asked before the window may be closed; nothing where nothing goes on. */
    Optional<Question> questionBeforeClosing() {
        if (frozen.get()) {
            return Optional.of(Question.CLOSE_SIGNING);
        }
        return models.send.state().isBusy() ? Optional.of(Question.CLOSE_SENDING) : Optional.empty();
    }

    /** Reads again what is shown, such as after its files were mended. */
    public void lookAgain() {
        if (screen.get() == Screen.PACKAGE && !isBusy()) {
            models.paket.check();
        }
    }

    /** Looks whether files changed on the disk, such as when the window comes to the front again. */
    public void glance() {
        if (!isBusy()) {
            models.paket.glance();
        }
    }

    @Override
    public boolean isSubmitted(SignedPackage signed) {
        return rules.of(signed.source().jenis()).submitted();
    }

    @Override
    public void send(List<SignedPackage> signed) {
        signed.forEach(models.send::offer);
        go(Screen.SEND);
    }

    /** Offers a bundle to be sent that was not signed as a package here, such as one that was co-signed. */
    public void sendBundle(Path bundle) {
        models.send.add(List.of(bundle));
        go(Screen.SEND);
    }

    @Override
    public void newPackage() {
        nextPackage();
    }

    @Override
    public void openPackage(Path folder) {
        if (!isBusy()) {
            models.paket.choose(folder);
            go(Screen.PACKAGE);
        }
    }

    /** Makes room for the next package; the certificate stays. */
    @Override
    public void nextPackage() {
        if (!isBusy()) {
            models.paket.reset();
            models.sign.forget();
            go(Screen.PACKAGE);
        }
    }

    /** Stops everything and forgets the passphrase. */
    public void close() {
        models.close();
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
