package id.espm.app.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeSessionTest {
    private static final Clock CLOCK = Clock.systemUTC();

    /** Making the certificates takes seconds; each session begins afresh all the same. */
    @TempDir
    private static Path dir;

    private final List<Stage> stages = new ArrayList<>();

    private PracticeSession start() throws IOException, InterruptedException {
        return start(CLOCK);
    }

    private PracticeSession start(Clock clock) throws IOException, InterruptedException {
        return PracticeSession.start(dir, clock, (stage, subject) -> stages.add(stage));
    }

    @Test
    void aSessionBringsAllThatSigningNeeds() throws Exception {
        try (PracticeSession session = start()) {
            UserProfile profile = session.settings().profile();

            assertThat(stages).containsExactly(Stage.PREPARED, Stage.SERVERS_UP);
            assertThat(session.samples().stream().map(PracticeSample::jenis))
                    .containsExactlyElementsOf(Arrays.asList(Jenis.values()));
            assertThat(session.samples()).allSatisfy(sample -> {
                assertThat(sample.folder()).isDirectory();
                assertThat(sample.person().p12()).isRegularFile();
            });
            assertThat(session.person().jabatan()).isEqualTo(Jabatan.PPSPM);
            assertThat(profile.p12()).contains(session.person().p12());
            assertThat(session.settings().anchors().certificates()).hasSize(2);
            assertThat(session.newestCode()).isEmpty();
        }
    }

    @Test
    void aSecondSessionOfOneFolderIsRefusedAndHarmsNothing() throws Exception {
        try (PracticeSession session = start()) {
            assertThatExceptionOfType(PracticeInUseException.class).isThrownBy(this::start);
            assertThat(session.settings().profileFile()).exists();
        }
        start().close();
    }

    @Test
    void anotherProgramOnThePortIsNoObstacle() throws Exception {
        PracticeFolder folder = PracticeFolder.init(dir, CLOCK);
        int port = folder.ca().addresses().orElseThrow().port();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                PracticeSession session = start()) {
            assertThat(taken.isBound()).isTrue();
            assertThat(session.settings().anchors().certificates()).hasSize(2);
        }
    }

    @Test
    void whatOneSessionBroughtForthIsGoneInTheNext() throws Exception {
        Path signed;
        try (PracticeSession session = start()) {
            signed = Files.createDirectories(
                    session.samples().getFirst().folder().resolveSibling("ditandatangani"));
            Files.writeString(session.settings().outbox(), "x");
        }
        try (PracticeSession session = start()) {
            assertThat(signed).doesNotExist();
            assertThat(session.settings().outbox()).doesNotExist();
        }
    }

    @Test
    void certificatesThatWillExpireSoonAreMadeAnew() throws Exception {
        Clock later = Clock.offset(CLOCK, Duration.ofDays(640));
        try (PracticeSession session = start()) {
            assertThat(session.person().p12()).exists();
        }
        PracticeFolder before = PracticeFolder.open(dir);
        try (PracticeSession session = start(later)) {
            assertThat(session.person().p12()).exists();
        }
        assertThat(PracticeFolder.open(dir).official("PPSPM").serial())
                .isNotEqualTo(before.official("PPSPM").serial());
    }
}
