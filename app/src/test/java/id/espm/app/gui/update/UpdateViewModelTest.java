package id.espm.app.gui.update;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.update.UpdateViewModel.Wish;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UpdateSettings;
import id.espm.app.update.ReleaseKey;
import id.espm.app.update.ReleaseServer;
import id.espm.app.update.ReleaseText;
import id.espm.app.update.UpdateAnswer.Standing;
import id.espm.app.update.UpdateProblem;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.network.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UpdateViewModelTest {
    private static final ReleaseKey KEY = ReleaseKey.make();
    private static final Instant NOW = Instant.parse(ReleaseText.NOW);

    @RegisterExtension
    private static final ReleaseServer SERVER = ReleaseServer.start();

    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private URI address;

    @BeforeEach
    void serve() {
        address = SERVER.address();
        SERVER.serve(KEY.sign(ReleaseText.usual()));
        SERVER.requests().clear();
    }

    private UpdateViewModel model(boolean daily, Set<PublicKeyPin> keys, Instant now) {
        UpdateSetup setup = UpdateSetup.of(
                new UpdateSettings(Optional.of(address), keys, daily),
                "0.1.0",
                new SettingsFolder(folder),
                Proxies.none(),
                Clock.fixed(now, ZoneOffset.UTC));
        return new UpdateViewModel(ui.background(), setup, new SimpleBooleanProperty(daily));
    }

    private UpdateViewModel model(boolean daily) {
        return model(daily, Set.of(KEY.pin()), NOW);
    }

    /** The window opens, and everything comes to its end that this begins. */
    private UpdateViewModel opened(boolean daily, Instant now) throws InterruptedException {
        UpdateViewModel model = model(daily, Set.of(KEY.pin()), now);
        model.begin();
        settle();
        settle();
        assertThat(ui.unexpected()).isEmpty();
        return model;
    }

    private void settle() throws InterruptedException {
        assertThat(ui.background().awaitEnd(Duration.ofSeconds(60))).isTrue();
        AtomicBoolean drained = new AtomicBoolean();
        ui.execute(() -> drained.set(true));
        ui.until(drained::get);
    }

    private static Optional<Standing> news(UpdateViewModel model) {
        return model.newsProperty().get().map(answer -> answer.standing());
    }

    @Nested
    class AskingOnce {
        @Test
        void sendsNothingBeforeSomebodyAgreed() {
            UpdateViewModel model = model(false);
            model.want(Wish.ONCE);

            assertThat(model.questionProperty().get()).contains(Wish.ONCE);
            assertThat(model.host()).contains("127.0.0.1");
            model.decline();
            assertThat(model.questionProperty().get()).isEmpty();
            assertThat(model.stateProperty().get()).isEqualTo(new UpdateState.Unknown());
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void answersAndLeavesTheSwitchAlone() {
            UpdateViewModel model = model(false);
            model.want(Wish.ONCE);
            model.agree();
            ui.until(() -> model.stateProperty().get() instanceof UpdateState.Answered);

            assertThat(news(model)).contains(Standing.NEWER);
            assertThat(model.dailyProperty().get()).isFalse();
            assertThat(SERVER.requests()).hasSize(1);
        }

        @Test
        void needsNoConsentWhereItWasGivenForEveryDay() {
            UpdateViewModel model = model(true);
            model.want(Wish.ONCE);
            ui.until(() -> model.stateProperty().get() instanceof UpdateState.Answered);

            assertThat(model.questionProperty().get()).isEmpty();
        }

        @Test
        void isNotOfferedWhereNobodyCanBeBelieved() {
            UpdateViewModel model = model(false, Set.of(), NOW);
            model.want(Wish.ONCE);

            assertThat(model.questionProperty().get()).isEmpty();
            assertThat(model.stateProperty().get())
                    .isEqualTo(new UpdateState.Failed(new Failure.OfUpdate(new UpdateProblem.KeyMissing())));
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void isNotDoneWhereItCannotBeWrittenDown() throws IOException {
            Path file = Files.createFile(folder.resolve("berkas"));
            folder = file;
            UpdateViewModel model = model(false);
            model.want(Wish.ONCE);
            model.agree();

            assertThat(model.stateProperty().get())
                    .isInstanceOfSatisfying(
                            UpdateState.Failed.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(Failure.OfFiles.class));
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void endsWithTheWindow() throws Exception {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/rilis.p7m");
                UpdateViewModel model = model(false);
                model.want(Wish.ONCE);
                model.agree();
                silent.accept().getInputStream().read();
                assertThat(model.stateProperty().get()).isEqualTo(new UpdateState.Asking());

                model.close();
                settle();

                assertThat(model.stateProperty().get()).isEqualTo(new UpdateState.Unknown());
                assertThat(ui.unexpected()).isEmpty();
            }
        }
    }

    @Nested
    class AskingEveryDay {
        @Test
        void isSwitchedOnByConsentAndSavedLater() {
            UpdateViewModel model = model(false);
            model.want(Wish.DAILY);
            assertThat(model.dailyProperty().get()).isFalse();

            model.agree();
            ui.until(() -> model.stateProperty().get() instanceof UpdateState.Answered);

            assertThat(model.dailyProperty().get()).isTrue();
            assertThat(model.isUnsaved()).isTrue();
            model.stop();
            assertThat(model.dailyProperty().get()).isFalse();
            assertThat(model.isUnsaved()).isFalse();
        }

        @Test
        void neverHappensWhereItIsOff() throws Exception {
            UpdateViewModel model = opened(false, NOW);

            assertThat(SERVER.requests()).isEmpty();
            assertThat(model.stateProperty().get()).isEqualTo(new UpdateState.Unknown());
        }

        @Test
        void happensOnceHoweverOftenTheWindowIsOpened() throws Exception {
            assertThat(news(opened(true, NOW))).contains(Standing.NEWER);
            assertThat(news(opened(true, NOW.plus(Duration.ofHours(23))))).contains(Standing.NEWER);
            assertThat(SERVER.requests()).hasSize(1);

            opened(true, NOW.plus(Duration.ofDays(1)));
            assertThat(SERVER.requests()).hasSize(2);
        }

        @Test
        void doesNotEndForGoodWhenTheClockWasAhead() throws Exception {
            new SettingsFolder(folder).remember(memory -> memory.asked(NOW.plus(Duration.ofDays(400))));

            opened(true, NOW);

            assertThat(SERVER.requests()).hasSize(1);
        }

        @Test
        void failsSilentlyOnceADayAndKeepsWhatIsKnown() throws Exception {
            opened(true, NOW);
            SERVER.serve(ReleaseKey.make().sign(ReleaseText.usual()));

            UpdateViewModel next = opened(true, NOW.plus(Duration.ofDays(2)));
            UpdateViewModel again = opened(true, NOW.plus(Duration.ofDays(2)).plusSeconds(60));

            assertThat(SERVER.requests()).hasSize(2);
            assertThat(next.stateProperty().get()).isInstanceOf(UpdateState.Failed.class);
            assertThat(news(next)).contains(Standing.NEWER);
            assertThat(again.stateProperty().get()).isInstanceOf(UpdateState.Answered.class);
        }
    }

    @Test
    void whatIsKnownIsToldAtTheNextOpeningWithoutAsking() throws Exception {
        opened(true, NOW);
        SERVER.requests().clear();

        assertThat(news(opened(false, NOW.plus(Duration.ofDays(5))))).contains(Standing.NEWER);
        assertThat(news(opened(false, NOW.plus(Duration.ofDays(90))))).isEmpty();
        assertThat(SERVER.requests()).isEmpty();
    }
}
