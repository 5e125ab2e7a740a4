package id.espm.app.gui;

import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.sign.SignState;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.signing.KeyDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The four steps and what lies between them: what is dropped finds its step, what was signed can be sent. */
public final class MainViewModel {
    /** How long the passphrase is kept while nobody uses the window. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> KEY_FILES = List.of(".p12", ".pfx", ".pem");

    private final KeyDesk keys;
    private final CertificateViewModel certificate;
    private final PackageViewModel paket;
    private final SignViewModel sign;
    private final SendViewModel send;
    private final Optional<Failure> setupFailure;
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();

    public MainViewModel(GuiServices services, Background background) {
        keys = services.keys();
        certificate =
                new CertificateViewModel(background, keys, services.signing().clock(), PATIENCE);
        paket = new PackageViewModel(background, services.signing().rules(), services.profile());
        sign = new SignViewModel(background, services.signing(), certificate, paket);
        send = new SendViewModel(
                background,
                services.sender(),
                services.account().address(),
                services.account().user());
        setupFailure = services.setupFailure();
        services.certificate().ifPresent(certificate::choose);
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

    public SendViewModel send() {
        return send;
    }

    /** What is set up but could not be read. */
    public Optional<Failure> setupFailure() {
        return setupFailure;
    }

    /** Whether step 4 stands before the others. */
    public ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
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
            } else if (Files.isDirectory(path)) {
                paket.choose(path);
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

    /** Shows step 4 for what was signed last. */
    public void beginSending() {
        if (sign.state() instanceof SignState.Done done) {
            send.offer(done.signed());
            sending.set(true);
        }
    }

    /** Leaves step 4; what is being sent must be stopped first. */
    public void endSending() {
        if (!send.state().isBusy()) {
            sending.set(false);
        }
    }

    /** Makes room for the next package; the certificate stays. */
    public void nextPackage() {
        if (!isBusy()) {
            endSending();
            paket.reset();
        }
    }

    /** Stops everything and forgets the passphrase. */
    public void close() {
        sign.cancel();
        send.cancel();
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
