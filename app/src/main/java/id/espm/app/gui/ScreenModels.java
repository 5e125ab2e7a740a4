package id.espm.app.gui;

import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.cosign.CosignViewModel;
import id.espm.app.gui.history.HistoryViewModel;
import id.espm.app.gui.home.HomeSources;
import id.espm.app.gui.home.HomeViewModel;
import id.espm.app.gui.paket.PackageSetup;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.preview.BlockViewModel;
import id.espm.app.gui.preview.PreviewModels;
import id.espm.app.gui.send.SendViewModel;
import id.espm.app.gui.settings.SettingsViewModel;
import id.espm.app.gui.sign.HandoverViewModel;
import id.espm.app.gui.sign.OperatorDesk;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.gui.sign.SignViewModel;
import id.espm.app.gui.update.UpdateViewModel;
import id.espm.app.gui.verify.VerifySettings;
import id.espm.app.gui.verify.VerifyViewModel;
import id.espm.app.gui.work.Background;
import id.espm.signer.network.Proxies;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The ViewModels of one workplace, each made of what it needs of the services (ADR-0019). */
final class ScreenModels {
    /** How long the passphrase is kept while nobody uses the window. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final CertificateViewModel certificate;
    final CertificateRecall recall;
    final HomeViewModel home;
    final SettingsViewModel setup;
    final UpdateViewModel update;
    final PackageViewModel paket;
    final PreviewModels preview;
    final SignViewModel sign;
    final HandoverViewModel operator;
    final CosignViewModel cosign;
    final SendViewModel send;
    final HistoryViewModel history;
    final VerifyViewModel verify;

    private final GuiServices services;
    private final Background background;

    /**
     * What the screens ask of the window as a whole.
     *
     * @param isBusy    whether nothing else may be begun now
     * @param openDraft goes on with a draft
     */
    record Frame(PracticeViewModel practice, BooleanSupplier isBusy, Consumer<UUID> openDraft) {}

    ScreenModels(GuiServices services, Background background, Frame frame) {
        this.services = services;
        this.background = background;
        SignSettings signing = services.signing();
        certificate = new CertificateViewModel(background, services.keys(), signing.clock(), PATIENCE);
        recall = new CertificateRecall(background, services.keys(), services.settings(), signing.clock(), certificate);
        home = new HomeViewModel(background, homeSources(frame), recall, frame.practice());
        setup = new SettingsViewModel(background, services.settings(), services.profiles(), frame.isBusy());
        update =
                new UpdateViewModel(background, services.updates(), setup.form().dailyProperty());
        paket = paket();
        preview = PreviewModels.of(
                background,
                paket,
                certificate,
                new BlockViewModel.Terms(signing.alasan(), signing.clock()),
                services.settings().templates());
        sign = new SignViewModel(
                background,
                signing,
                certificate,
                paket,
                () -> preview.preview().appearancesProperty().get());
        cosign = new CosignViewModel(
                background, signing, certificate, services.profile().details());
        operator = new HandoverViewModel(
                background, new OperatorDesk(signing.rules(), services.anchors(), signing.clock()));
        send = sending();
        history = new HistoryViewModel(background, services.outbox());
        verify = new VerifyViewModel(
                background,
                new VerifySettings(
                        services.anchors(), signing.rules(), signing.clock(), Proxies.chosenBy(services.proxies())));
    }

    private HomeSources homeSources(Frame frame) {
        return new HomeSources(
                services.settings(),
                services.outbox(),
                services.profile(),
                services.signing().rules().serviceHours(),
                new OpenDrafts(services.settings(), frame.openDraft()),
                services.signing().clock());
    }

    private PackageViewModel paket() {
        SignSettings signing = services.signing();
        return new PackageViewModel(
                background,
                new PackageSetup(
                        services.settings(), services.profile(), signing.rules(), signing.history(), signing.clock()));
    }

    private SendViewModel sending() {
        return new SendViewModel(
                background,
                services.sender(),
                services.parcels(),
                services.espmAddress(),
                services.profile().user().orElse(""));
    }

    /** Stops everything and forgets the passphrase. */
    void close() {
        sign.cancel();
        cosign.cancel();
        send.cancel();
        home.close();
        setup.close();
        update.close();
        recall.close();
        history.close();
        verify.close();
        preview.preview().close();
        paket.close();
        certificate.close();
        services.keys().close();
    }
}
