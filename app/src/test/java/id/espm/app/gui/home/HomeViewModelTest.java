package id.espm.app.gui.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.certificate.CertificateGlance;
import id.espm.app.gui.certificate.CertificateRecall;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.KeyDesk;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.rules.Rules;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.rules.Zona;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
    /** A Monday, 09.30 WITA. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:30:00Z");

    private static final UserProfile TOLITOLI =
            new UserProfile.Builder().kppn(Optional.of(new Kppn("082"))).build();

    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private SettingsFolder settings() {
        return new SettingsFolder(folder.resolve("settings"));
    }

    private HomeViewModel model(UserProfile profile, ServiceHours hours, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        KeyDesk desk = KeyDesk.usual(clock);
        CertificateViewModel certificate =
                new CertificateViewModel(ui.background(), desk, clock, Duration.ofMinutes(5));
        return new HomeViewModel(
                ui.background(),
                new HomeSources(settings(), outbox(clock), profile, hours, Drafts.NONE, clock),
                new CertificateRecall(ui.background(), desk, settings(), clock, certificate),
                new PracticeViewModel(ui.background(), folder.resolve("practice"), clock, page -> {}));
    }

    private OutboxSettings outbox(Clock clock) {
        return new OutboxSettings(settings().outbox(), settings().history(), TrustAnchors.none(), clock);
    }

    private static ServiceHours hours() {
        return Rules.builtIn().serviceHours();
    }

    @Test
    void anEmptyFolderStaysEmpty() {
        HomeViewModel model = model(UserProfile.none(), hours(), MONDAY);
        HomeContents before = model.contentsProperty().get();
        model.refresh();
        ui.until(() -> model.contentsProperty().get() != before);

        assertThat(model.contentsProperty().get()).isEqualTo(HomeContents.none());
        assertThat(model.certificateProperty().get()).isEqualTo(new CertificateGlance.Nothing());
        assertThat(settings().root()).doesNotExist();
    }

    @Test
    void packagesThatAreGoneAreNotOffered() throws IOException {
        Path there = Files.createDirectory(folder.resolve("ada"));
        settings().remember(memory -> memory.worked(there).worked(folder.resolve("hilang")));
        HomeViewModel model = model(UserProfile.none(), hours(), MONDAY);
        model.refresh();
        ui.until(() -> !model.contentsProperty().get().recent().isEmpty());

        assertThat(model.contentsProperty().get().recent()).containsExactly(there);
    }

    @Test
    void whatStillHasToGoIsCounted() throws Exception {
        Path bundle = Files.writeString(folder.resolve("a.asice"), "x");
        try (Outbox outbox = Outbox.open(outbox(Clock.systemUTC()))) {
            outbox.add(
                    HashedBundle.of(bundle),
                    new SubmissionDetails(
                            new Submission.Content(Jenis.SPM, "527010", "082", 2026, List.of("00123A")), "0A"),
                    new OutboxRow.Account(URI.create("https://espm.example.go.id"), "ppspm"));
        }
        HomeViewModel model = model(UserProfile.none(), hours(), MONDAY);
        model.refresh();
        ui.until(() -> !model.contentsProperty().get().outbox().isEmpty());

        assertThat(model.contentsProperty().get().open()).isOne();
    }

    @Test
    void anOutboxThatCannotBeReadIsTold() throws IOException {
        Files.createDirectories(settings().root());
        Files.writeString(settings().outbox(), "this is no database, and was never one; it is only long enough");
        HomeViewModel model = model(UserProfile.none(), hours(), MONDAY);
        model.refresh();

        ui.until(() -> model.contentsProperty().get().trouble().isPresent());
    }

    @Nested
    class ServiceHoursOfTheKppn {
        @Test
        void areCountedDownInItsOwnZone() {
            UserProfile profile = new UserProfile.Builder(TOLITOLI)
                    .kppnZona(Optional.of(Zona.WITA.id()))
                    .build();

            assertThat(model(profile, hours(), MONDAY).receptionProperty().get())
                    .isEqualTo(new Reception.Open(
                            new Kppn("082"),
                            ZonedDateTime.of(2026, 11, 23, 15, 0, 0, 0, Zona.WITA.id()),
                            Duration.ofMinutes(330)));
        }

        @Test
        void openOnTheNextWorkingDay() {
            UserProfile profile = new UserProfile.Builder(TOLITOLI)
                    .kppnZona(Optional.of(Zona.WIT.id()))
                    .build();
            Instant fridayEvening = Instant.parse("2026-11-27T10:00:00Z");

            assertThat(model(profile, hours(), fridayEvening)
                            .receptionProperty()
                            .get())
                    .isEqualTo(new Reception.Closed(
                            new Kppn("082"),
                            ZonedDateTime.of(2026, 11, 30, 8, 0, 0, 0, Zona.WIT.id()),
                            Duration.ofHours(61)));
        }

        @Test
        void areOfTheZoneThatTheRulesList() {
            assertThat(model(TOLITOLI, hours(), MONDAY).receptionProperty().get())
                    .isInstanceOf(Reception.Open.class);
        }

        @Test
        void areNotGuessedWhereTheZoneIsUnknownAndAskedForOnce() throws Exception {
            UserProfile unlisted =
                    new UserProfile.Builder().kppn(Optional.of(new Kppn("999"))).build();
            settings().save(unlisted);
            HomeViewModel model = model(unlisted, hours(), MONDAY);
            assertThat(model.receptionProperty().get()).isEqualTo(new Reception.ZoneUnknown(new Kppn("999")));

            model.chooseZone(Zona.WITA);

            assertThat(model.receptionProperty().get()).isInstanceOf(Reception.Open.class);
            assertThat(ui.background().awaitEnd(Duration.ofSeconds(30))).isTrue();
            assertThat(settings().profile())
                    .isEqualTo(new UserProfile.Builder(unlisted)
                            .kppnZona(Optional.of(Zona.WITA.id()))
                            .build());
        }

        @Test
        void areLeftOutWhereNoKppnIsSetUp() {
            assertThat(model(UserProfile.none(), hours(), MONDAY)
                            .receptionProperty()
                            .get())
                    .isEqualTo(new Reception.NoKppn());
        }
    }
}
