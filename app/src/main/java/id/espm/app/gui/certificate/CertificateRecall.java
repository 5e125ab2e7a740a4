package id.espm.app.gui.certificate;

import id.espm.app.gui.certificate.CertificateGlance.Judged;
import id.espm.app.gui.certificate.CertificateGlance.Judging;
import id.espm.app.gui.certificate.CertificateGlance.Nothing;
import id.espm.app.gui.certificate.CertificateGlance.Unseen;
import id.espm.app.gui.certificate.CertificateGlance.Unusable;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.settings.SeenCertificate;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.KeyDesk;
import id.espm.signer.authority.Assessment;
import id.espm.signer.key.CertificateIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the certificate that was opened last, and judges it anew at the start: an official learns that it expires or was
 * revoked before typing anything.
 */
public final class CertificateRecall {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateRecall.class);

    private final Background background;
    private final KeyDesk desk;
    private final SettingsFolder settings;
    private final InstantSource clock;
    private final CertificateViewModel certificate;
    private final ReadOnlyObjectWrapper<CertificateGlance> glance = new ReadOnlyObjectWrapper<>(new Nothing());
    private Running running = Running.NOTHING;

    public CertificateRecall(
            Background background,
            KeyDesk desk,
            SettingsFolder settings,
            InstantSource clock,
            CertificateViewModel certificate) {
        this.background = background;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
        this.certificate = certificate;
        certificate.stateProperty().subscribe(this::follow);
    }

    public ReadOnlyObjectProperty<CertificateGlance> glanceProperty() {
        return glance.getReadOnlyProperty();
    }

    /** Chooses what is set up, else the file that was used last, if it is still there. */
    public void begin(Optional<Path> setUp) {
        if (setUp.isPresent()) {
            certificate.choose(setUp.get());
            return;
        }
        background
                .run(() -> settings.seenCertificate().map(SeenCertificate::file).filter(Files::isReadable))
                .onSuccess(last ->
                        last.filter(file -> certificate.file().isEmpty()).ifPresent(certificate::choose))
                .start();
    }

    private void follow(CertificateState state) {
        switch (state) {
            case CertificateState.None s -> show(new Nothing());
            case CertificateState.Opening s -> {}
            case CertificateState.Chosen s -> recall(s.file());
            case CertificateState.Refused s -> {
                if (!s.retype()) {
                    show(new Unusable(s.file(), s.failure()));
                }
            }
            case CertificateState.Opened s -> opened(s);
        }
    }

    private void show(CertificateGlance now) {
        running.cancel();
        running = Running.NOTHING;
        glance.set(now);
    }

    private void recall(Path file) {
        show(new Judging(file));
        running = background
                .run(() -> settings.seenCertificate()
                        .filter(seen -> seen.file().equals(file))
                        .<CertificateGlance>map(this::judge)
                        .orElseGet(() -> new Unseen(file)))
                .onSuccess(found -> {
                    if (glance.get().equals(new Judging(file))) {
                        glance.set(found);
                    }
                })
                .start();
    }

    private Judged judge(SeenCertificate seen) {
        Assessment assessment = desk.assess(seen.chain());
        CertificateIdentity identity = desk.identity(seen.chain().getFirst());
        Instant now = clock.instant();
        long left = Duration.between(now, identity.notAfter()).toDays();
        return new Judged(seen.file(), identity, assessment, left, seen.seenAt(), now, false);
    }

    private void opened(CertificateState.Opened state) {
        if (!state.unlocked()) {
            return;
        }
        Instant now = clock.instant();
        show(new Judged(state.file(), state.identity(), state.assessment(), state.daysLeft(), now, now, true));
        SeenCertificate seen =
                new SeenCertificate(state.file(), now, state.assessment().chain());
        background
                .run(() -> {
                    settings.save(seen);
                    return seen;
                })
                // Next time its passphrase is asked for before it is judged: no reason to disturb anybody.
                .onError(
                        IOException.class,
                        e -> LOG.info(
                                "the certificate seen was not kept: {}",
                                e.getClass().getSimpleName()))
                .start();
    }

    /**
     * A certificate of the chain.
     *
     * @param trusted whether it is trusted on this computer by itself
     */
    public record Link(String name, Instant notAfter, boolean trusted) {}

    /** The certificate and its issuers, each signed by the next. */
    public List<Link> chain(Judged judged) {
        return judged.assessment().chain().stream()
                .map(each ->
                        new Link(desk.identity(each).nama(), each.getNotAfter().toInstant(), desk.trusts(each)))
                .toList();
    }

    /** Stops what goes on. */
    public void close() {
        running.cancel();
    }
}
