package id.espm.app.gui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Profile.Appointment;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.settings.KeySettings;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PracticeExtension.class)
class SettingsViewModelTest {
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private SettingsFolder settings;
    private boolean busy;
    private int reopened;

    SettingsViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    @BeforeEach
    void findFolder() {
        settings = new SettingsFolder(folder);
    }

    private SettingsViewModel model() {
        return model((address, user, password) -> {
            throw new EspmException(new EspmProblem.BadCredentials());
        });
    }

    private SettingsViewModel model(ProfileSource espm) {
        SettingsViewModel model = new SettingsViewModel(ui.background(), settings, espm, () -> busy);
        model.onChange(() -> reopened++);
        return model;
    }

    private static void type(SettingsViewModel model, SettingsField field, String text) {
        model.form().text(field).set(text);
    }

    private UserProfile full() throws IOException {
        Path password = Files.writeString(folder.resolve("adk.txt"), "x");
        return new UserProfile.Builder()
                .p12(Optional.of(practice.official("PPSPM").p12()))
                .jabatan(Optional.of(Jabatan.PPSPM))
                .satker(Optional.of(new Satker("527010")))
                .kppn(Optional.of(new Kppn("082")))
                .kppnZona(Optional.of(WITA))
                .tahun(Optional.of(2026))
                .lokasi(Optional.of("Tolitoli"))
                .alasan(Optional.of("Disetujui"))
                .zona(Optional.of(ZoneId.of("Asia/Pontianak")))
                .url(Optional.of(URI.create("https://espm.example.go.id")))
                .user(Optional.of("ppspm"))
                .signature(new SignatureSettings(
                        Optional.of(SignatureLevel.B_LT),
                        List.of(URI.create("http://tsa.example.id/a"), URI.create("http://tsa.example.id/b")),
                        Optional.of(password)))
                .key(new KeySettings(
                        Optional.of("0A1B"),
                        Optional.of(password),
                        Optional.of("kartu"),
                        List.of("2.5.4.5"),
                        KeySettings.RevocationMode.REQUIRE))
                .adkPasswordFile(Optional.of(password))
                .build();
    }

    @Test
    void whatIsSetUpIsShownAndSavingChangesNothingElse() throws Exception {
        UserProfile full = full();
        settings.save(full);
        SettingsViewModel model = model();
        assertThat(model.maySave()).isFalse();

        type(model, SettingsField.LOKASI, " Palu ");
        assertThat(model.maySave()).isTrue();
        model.save();

        assertThat(settings.profile())
                .isEqualTo(new UserProfile.Builder(full)
                        .lokasi(Optional.of("Palu"))
                        .build());
        assertThat(model.stateProperty().get()).isInstanceOf(SettingsState.Saved.class);
        assertThat(reopened).isEqualTo(1);
    }

    @Test
    void savingIsUndone() throws Exception {
        UserProfile full = full();
        settings.save(full);
        SettingsViewModel model = model();
        type(model, SettingsField.LOKASI, "");
        model.save();
        SettingsViewModel afterwards = model();
        afterwards.inherit(model);

        afterwards.undo();

        assertThat(settings.profile()).isEqualTo(full);
        assertThat(afterwards.form().text(SettingsField.LOKASI).get()).isEqualTo("Tolitoli");
        assertThat(afterwards.mayUndo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SATKER, 52701, 527010",
        "KPPN, 82, 082",
        "TAHUN, 26, 2026",
        "URL, espm.kemenkeu.go.id, https://espm.kemenkeu.go.id",
        "URL, http://espm.kemenkeu.go.id, http://127.0.0.1:8080",
        "TSA, http://user:pw@tsa.id, http://tsa.id http://tsb.id/x",
        "SERIAL, xyz, 0a:1B",
        "P12, /tidak/ada.p12, ''"
    })
    void aFieldKeepsItsRuleAsItIsTyped(SettingsField field, String wrong, String right) {
        SettingsViewModel model = model();

        type(model, field, wrong);
        assertThat(model.wrongProperty().getValue()).containsExactly(field);
        assertThat(model.maySave()).isFalse();

        type(model, field, right);
        assertThat(model.wrongProperty().getValue()).isEmpty();
    }

    @Test
    void whileSigningGoesOnNothingIsSaved() throws Exception {
        SettingsViewModel model = model();
        type(model, SettingsField.LOKASI, "Palu");
        busy = true;
        model.save();

        assertThat(model.stateProperty().get()).isInstanceOf(SettingsState.Busy.class);
        assertThat(settings.profile()).isEqualTo(UserProfile.none());
        assertThat(reopened).isZero();
    }

    @Nested
    class AProfileThatCannotBeRead {
        private SettingsViewModel model;

        @BeforeEach
        void breakIt() throws IOException {
            Files.writeString(settings.profileFile(), "{\"satkr\": \"527010\"}");
            model = model();
        }

        @Test
        void isSaidAndNotWrittenOver() throws IOException {
            assertThat(model.stateProperty().get()).isInstanceOf(SettingsState.Unreadable.class);
            type(model, SettingsField.LOKASI, "Palu");
            model.save();

            assertThat(settings.profileFile()).hasContent("{\"satkr\": \"527010\"}");
        }

        @Test
        void isKeptUnderAnotherNameWhenSomebodyBeginsAnew() throws Exception {
            model.startAfresh();

            assertThat(settings.profile()).isEqualTo(UserProfile.none());
            assertThat(folder.resolve("profile.json.rusak")).hasContent("{\"satkr\": \"527010\"}");
            assertThat(model.stateProperty().get()).isInstanceOf(SettingsState.Quiet.class);
        }
    }

    @Nested
    class AskingEspm {
        private static Appointment appointment(String jabatan, boolean active) {
            return new Appointment(jabatan, "527010", "Satker", "082", "Tolitoli", WITA, 2026, "DIPA", active);
        }

        private SettingsViewModel asked(Appointment... appointments) {
            SettingsViewModel model = model((address, user, password) ->
                    new Profile(user, "PEJABAT", "Siti", "99****01", List.of(), List.of(appointments), List.of()));
            type(model, SettingsField.USER, "ppspm");
            model.fetch("rahasia".toCharArray());
            ui.until(() -> !(model.stateProperty().get() instanceof SettingsState.Asking));
            return model;
        }

        @Test
        void fillsTheFieldsAndSavesNothingYet() throws Exception {
            SettingsViewModel model = asked(appointment("PPK", false), appointment("PPSPM", true));

            assertThat(model.stateProperty().get()).isInstanceOf(SettingsState.Fetched.class);
            assertThat(model.appointmentsProperty().get()).isEmpty();
            assertThat(settings.profile()).isEqualTo(UserProfile.none());
            model.save();
            assertThat(settings.profile())
                    .isEqualTo(new UserProfile.Builder()
                            .jabatan(Optional.of(Jabatan.PPSPM))
                            .satker(Optional.of(new Satker("527010")))
                            .kppn(Optional.of(new Kppn("082")))
                            .kppnZona(Optional.of(WITA))
                            .tahun(Optional.of(2026))
                            .user(Optional.of("ppspm"))
                            .build());
        }

        @Test
        void offersAChoiceWhereThereAreSeveralPositions() {
            SettingsViewModel model = asked(appointment("PPSPM", true), appointment("KPA", true));

            assertThat(model.appointmentsProperty().get()).hasSize(2);
            model.take(model.appointmentsProperty().get().getLast());
            assertThat(model.form().jabatanProperty().get()).contains(Jabatan.KPA);
        }

        @Test
        void tellsThatAnOperatorSignsNothing() {
            assertThat(asked(appointment("OPERATOR_SATKER", true))
                            .stateProperty()
                            .get())
                    .isInstanceOf(SettingsState.NoAppointment.class);
        }
    }

    @Nested
    class TrustedIssuers {
        private TrustList trust;

        @BeforeEach
        void begin() {
            trust = model().trust();
        }

        private void add() {
            trust.offer(practice.trustAnchors().resolve("root.pem"));
            ui.until(() -> !trust.offeredProperty().get().isEmpty());
            trust.accept();
            ui.until(() -> trust.offeredProperty().get().isEmpty());
            trust.refresh();
            ui.until(() -> !trust.trustedProperty().get().isEmpty());
        }

        @Test
        void areTrustedOnceTheirFingerprintWasCompared() {
            trust.offer(practice.trustAnchors().resolve("root.pem"));
            ui.until(() -> !trust.offeredProperty().get().isEmpty());
            assertThat(settings.trust()).doesNotExist();

            add();

            assertThat(trust.trustedProperty().get()).hasSize(1);
            assertThat(reopened).isEqualTo(1);
        }

        @Test
        void areBroughtBackAfterARemoval() {
            add();
            String fingerprint = trust.trustedProperty().get().getFirst().fingerprint();
            trust.remove(trust.trustedProperty().get().getFirst());
            ui.until(() -> trust.removedProperty().get().isPresent());
            assertThat(settings.trust()).isEmptyDirectory();

            trust.undo();
            ui.until(() -> trust.removedProperty().get().isEmpty());
            trust.refresh();
            ui.until(() -> trust.trustedProperty().get().stream()
                    .anyMatch(one -> one.fingerprint().equals(fingerprint)));
            assertThat(settings.trust()).isNotEmptyDirectory();
        }

        @Test
        void areRefusedWhenTheyAreNoAuthority() throws IOException {
            Path wrong = Files.writeString(folder.resolve("x.pem"), "x");
            trust.offer(wrong);
            ui.until(() -> trust.failureProperty().get().isPresent());
            assertThat(trust.offeredProperty().get()).isEmpty();
        }
    }
}
