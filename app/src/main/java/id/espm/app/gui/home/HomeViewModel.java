package id.espm.app.gui.home;

import id.espm.app.gui.certificate.CertificateGlance;
import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.settings.UserProfile;
import id.espm.signer.Kppn;
import id.espm.signer.SignerException;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.rules.Zona;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What holds now: the certificate, what was begun, what still has to go, and whether the KPPN receives. */
public final class HomeViewModel {
    private final Background background;
    private final HomeSources sources;
    private final CertificateRecall certificate;
    private final PracticeViewModel practice;
    private final ReadOnlyObjectWrapper<HomeContents> contents = new ReadOnlyObjectWrapper<>(HomeContents.none());
    private final ReadOnlyObjectWrapper<Reception> reception;
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ZoneId> kppnZone;
    private Running reading = Running.NOTHING;

    public HomeViewModel(
            Background background, HomeSources sources, CertificateRecall certificate, PracticeViewModel practice) {
        this.background = background;
        this.sources = sources;
        this.certificate = certificate;
        this.practice = practice;
        this.kppnZone = sources.kppnZone();
        this.reception = new ReadOnlyObjectWrapper<>(receptionNow());
    }

    public ReadOnlyObjectProperty<CertificateGlance> certificateProperty() {
        return certificate.glanceProperty();
    }

    public ReadOnlyObjectProperty<HomeContents> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reception> receptionProperty() {
        return reception.getReadOnlyProperty();
    }

    /** What could not be kept. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public PracticeViewModel practice() {
        return practice;
    }

    public Drafts drafts() {
        return sources.drafts();
    }

    /** Reads again what lies about; other screens and programs may have changed it. */
    public void refresh() {
        reading.cancel();
        reading = background
                .run(() -> new HomeReading(sources).read())
                .onSuccess(contents::set)
                .start();
        tick();
    }

    /** Time went on. */
    public void tick() {
        reception.set(receptionNow());
    }

    private Reception receptionNow() {
        Optional<Kppn> kppn = sources.profile().kppn();
        if (kppn.isEmpty()) {
            return new Reception.NoKppn();
        }
        if (kppnZone.isEmpty()) {
            return new Reception.ZoneUnknown(kppn.get());
        }
        ZonedDateTime now = ZonedDateTime.ofInstant(sources.clock().instant(), kppnZone.get());
        return switch (sources.hours().at(now)) {
            case ServiceHours.State.Open open ->
                new Reception.Open(kppn.get(), open.until(), Duration.between(now, open.until()));
            case ServiceHours.State.Closed closed ->
                new Reception.Closed(kppn.get(), closed.opensNext(), Duration.between(now, closed.opensNext()));
        };
    }

    /** Somebody says which local time the KPPN has; it is kept in the profile. */
    public void chooseZone(Zona zona) {
        kppnZone = Optional.of(zona.id());
        tick();
        background
                .run(() -> keep(zona))
                .onSuccess(kept -> failure.set(Optional.empty()))
                .onError(IOException.class, e -> failure.set(Optional.of(new Failure.OfFiles(e))))
                .onError(SignerException.class, e -> failure.set(Optional.of(new Failure.OfSigner(e.problem()))))
                .start();
    }

    /** What a profile says that cannot be read is not written over. */
    private UserProfile keep(Zona zona) throws IOException, SignerException {
        UserProfile changed = new UserProfile.Builder(sources.settings().profile())
                .kppnZona(Optional.of(zona.id()))
                .build();
        sources.settings().save(changed);
        return changed;
    }

    /** Stops what goes on. */
    public void close() {
        reading.cancel();
    }
}
