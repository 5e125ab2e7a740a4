package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.sign.SignedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Client and practice server together: really signed bundles over a poor line, to KPPN's inbox and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeServerTest {
    private Path folder;
    private PracticeFolder practice;
    private PracticeEspm espm;

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        practice = PracticeFolder.init(folder.resolve("practice"));
        espm = PracticeEspm.start(practice, folder.resolve("espm"));
    }

    @AfterAll
    void stop() {
        espm.close();
    }

    @Test
    void anSpmReachesKppnOverALineThatKeepsBreaking() throws Exception {
        SignedPackage signed = PracticeEspm.sign(practice, "SPM", folder.resolve("bundles"));
        long size = Files.size(signed.bundle());
        SubmissionOutcome outcome;
        try (CuttingLine line = new CuttingLine(espm.server.address().getPort());
                EspmClient client =
                        EspmClient.open(PracticeEspm.settings(line.address()).build())) {
            EspmSession session = PracticeEspm.login(client);
            line.cutAfter(List.of(150L, 900L, size / 3, 700L, size / 4, size / 5, 60L));

            outcome = espm.submit(session, signed);

            assertThat(line.cutsMade()).isEqualTo(7);
            assertThat(espm.submit(session, signed)).isEqualTo(outcome);
            assertThat(session.list(Optional.of(Instant.now().minusSeconds(600))))
                    .filteredOn(s -> s.id().equals(outcome.id()))
                    .singleElement()
                    .isEqualTo(session.status(outcome.id()));
        }
        assertThat(espm.server.kppn().inbox())
                .filteredOn(item -> item.id().equals(outcome.id()))
                .hasSize(1);
        assertThat(outcome.status()).isEqualTo(SubmissionStatus.SENT);
        assertThat(outcome.sentAt()).isBetween(Instant.now().minusSeconds(600), Instant.now());

        espm.server.kppn().download(outcome.id(), folder.resolve("kppn"));
        try (EspmClient client = EspmClient.open(espm.settings().build())) {
            EspmSession session = PracticeEspm.login(client);
            Submission submission = session.status(outcome.id());
            assertThat(submission.status()).isEqualTo(SubmissionStatus.RECEIVED);
            assertThat(submission.content())
                    .isEqualTo(PracticeEspm.details(signed).content());
            assertThat(submission.history())
                    .extracting(Submission.Change::status)
                    .containsExactly(SubmissionStatus.SENDING, SubmissionStatus.SENT, SubmissionStatus.RECEIVED);
            assertThat(espm.submit(session, signed).status()).isEqualTo(SubmissionStatus.RECEIVED);
        }
    }

    @Test
    void anRpdHarianNeedsNoCode() throws Exception {
        SignedPackage signed = PracticeEspm.sign(practice, "RPD_HARIAN", folder.resolve("bundles"));
        try (EspmClient client = EspmClient.open(espm.settings().build())) {
            EspmSession session = PracticeEspm.login(client);

            SubmissionOutcome outcome = new Submitter(espm.anchors())
                    .submit(
                            session,
                            HashedBundle.of(signed.bundle()),
                            PracticeEspm.details(signed),
                            TokenSource.none(),
                            SubmissionListener.SILENT)
                    .keptBeside(signed.bundle());

            assertThat(outcome.receiptFile()).exists();
        }
    }

    @Test
    void theProfileTellsTheUsersPostAndKppnsHours() throws Exception {
        try (EspmClient client = EspmClient.open(espm.settings().build())) {
            Profile profile = PracticeEspm.login(client).profile();

            assertThat(profile.username()).isEqualTo("operator");
            assertThat(profile.nikMasked()).doesNotContain("9999990101700009").contains("*");
            assertThat(profile.appointments())
                    .singleElement()
                    .satisfies(post -> assertThat(post.zone()).isEqualTo(PracticeEspm.WITA));
            assertThat(profile.kppn()).singleElement().satisfies(kppn -> {
                assertThat(kppn.opens()).hasToString("08:00");
                assertThat(kppn.workingDays()).hasSize(5);
                assertThat(kppn.dailySpmLimit()).isPositive();
            });
        }
    }

    @Test
    void refusalsOfTheRealServerBecomeTheirProblems() throws Exception {
        try (EspmClient client = EspmClient.open(espm.settings().build())) {
            assertThat(problem(() -> client.login("operator", "salah123".toCharArray())))
                    .isEqualTo(new EspmProblem.BadCredentials());
            EspmSession session = PracticeEspm.login(client);
            assertThat(problem(() -> session.status("../session"))).isEqualTo(new EspmProblem.NotFound("../session"));
            assertThat(problem(() -> session.receipt("0123456789abcdef")))
                    .isEqualTo(new EspmProblem.NotFound("receipt"));
        }
    }

    private static EspmProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(EspmException.class, call).problem();
    }
}
