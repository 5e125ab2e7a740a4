package id.espm.app.espm;

import static id.espm.app.espm.FakeEspm.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.TokenSource.Occasion;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitterTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theReceiptLiesBesideTheBundle() throws Exception {
        SubmissionOutcome outcome = bench.submit();

        assertThat(outcome)
                .isEqualTo(new SubmissionOutcome(
                        FakeEspm.ID,
                        SubmissionStatus.SENT,
                        bench.receipt(),
                        bench.receiptSignature(),
                        Instant.parse("2026-11-22T01:03:10Z")));
        assertThat(Files.readString(bench.receipt())).contains(FakeEspm.ID);
        assertThat(bench.receiptSignature()).isNotEmptyFile();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(bench.bundle, bench.receipt(), bench.receiptSignature());
        }
        assertThat(bench.heard.ids).containsExactly(FakeEspm.ID);
    }

    @Test
    void theBundleIsAnnouncedAsItIs() throws Exception {
        bench.submit();

        assertThat(bench.espm.bodies.get(1))
                .hasToString("{\"jenis\":\"SPM\",\"satker\":\"527010\",\"kppn\":\"082\",\"tahun\":2026,"
                        + "\"nomor\":[\"00123A\",\"00124A\"],"
                        + "\"fileName\":\"SPM-527010-20261122-080102-00123A.asice\",\"size\":300000,\"sha256\":\""
                        + Sha256.of(bench.content) + "\",\"certificateSerial\":\"1F2E3D4C5B6A\"}");
    }

    @Test
    void aFileNameIsToldInTheLettersOfTheContract() throws Exception {
        Path renamed = Files.move(bench.bundle, folder.resolve("SPM baru (1) é.asice"));

        new Submitter(TestPki.anchors())
                .submit(
                        bench.session(),
                        HashedBundle.of(renamed),
                        Bench.details(Jenis.SPM),
                        TokenSource.none(),
                        SubmissionListener.SILENT);

        assertThat(bench.espm.bodies.get(1).path("fileName").asString()).isEqualTo("SPM_baru__1___.asice");
    }

    @Test
    void sendingAgainGivesTheSameReceiptAndSendsNothing() throws Exception {
        bench.espm.tokenRequired = true;
        SubmissionOutcome first = bench.submit();
        byte[] receipt = Files.readAllBytes(bench.receipt());
        Files.delete(bench.receipt());
        bench.espm.calls.clear();
        bench.espm.status = "RECEIVED";

        SubmissionOutcome again = bench.submit(request -> {
            throw new AssertionError("no code is needed any more");
        });

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.status()).isEqualTo(SubmissionStatus.RECEIVED);
        assertThat(bench.receipt()).hasBinaryContent(receipt);
        assertThat(bench.calls("PATCH")).isEmpty();
        assertThat(bench.calls("POST complete")).isEmpty();
        assertThat(bench.espm.acceptances).isOne();
    }

    @Test
    void aLostAnswerToCompleteDoesNotSendTwice() throws Exception {
        bench.espm.loseAnswer("POST complete");

        bench.submit();

        assertThat(bench.calls("POST complete")).hasSize(2);
        assertThat(bench.espm.acceptances).isOne();
        assertThat(bench.receipt()).exists();
    }

    @Test
    void aLostAnswerToTheAnnouncementDoesNotAnnounceTwice() throws Exception {
        bench.espm.loseAnswer("POST submissions");

        bench.submit();

        assertThat(bench.heard.ids).containsExactly(FakeEspm.ID);
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void aWrongCodeIsAskedForAgainAndAUsedUpOneIsReplaced() throws Exception {
        bench.espm.tokenRequired = true;
        List<TokenSource.Request> asked = new ArrayList<>();
        Iterator<String> typed = List.of("111111", "222222", "770001").iterator();

        bench.submit(request -> {
            asked.add(request);
            return Optional.of(" " + typed.next() + "\n");
        });

        assertThat(asked)
                .containsExactly(
                        new TokenSource.Request("bu***@satker.go.id", Occasion.NEEDED, 0),
                        new TokenSource.Request("bu***@satker.go.id", Occasion.WRONG, 1),
                        new TokenSource.Request("bu***@satker.go.id", Occasion.NEW_MAILED, 0));
        assertThat(bench.calls("POST token")).hasSize(1);
        assertThat(bench.calls("PATCH")).hasSize(5);
    }

    @Test
    void whoHasNoOtherCodeIsToldThatThisOneIsWrong() {
        bench.espm.tokenRequired = true;

        EspmException e = catchThrowableOfType(
                EspmException.class,
                () -> bench.submit(
                        request -> request.occasion() == Occasion.NEEDED ? Optional.of("111111") : Optional.empty()));

        assertThat(e.problem()).isEqualTo(new EspmProblem.TokenWrong(1));
        assertThat(bench.calls("POST token")).isEmpty();
    }

    @Test
    void newCodesAreNotMailedWithoutEnd() {
        bench.espm.tokenRequired = true;

        EspmException e =
                catchThrowableOfType(EspmException.class, () -> bench.submit(request -> Optional.of("000000")));

        assertThat(e.problem()).isEqualTo(new EspmProblem.TokenWrong(0));
        assertThat(bench.calls("POST token")).hasSize(3);
    }

    @Test
    void withNobodyToAskTheSubmissionWaitsForItsCode() throws Exception {
        bench.espm.tokenRequired = true;

        EspmException e = catchThrowableOfType(EspmException.class, () -> bench.submit(TokenSource.none()));

        assertThat(e.problem()).isEqualTo(new EspmProblem.TokenMissing("bu***@satker.go.id"));
        assertThat(bench.receipt()).doesNotExist();
        bench.espm.calls.clear();

        bench.submit();
        assertThat(bench.calls("PATCH")).isEmpty();
        assertThat(bench.receipt()).exists();
    }

    @Test
    void anUploadThatTheServerFoundDamagedStartsOver() throws Exception {
        bench.espm.fail("POST complete", problem(422, "hash-mismatch", Map.of("restart", true)));

        bench.submit();

        assertThat(bench.calls("POST submissions")).hasSize(2);
        assertThat(bench.receipt()).exists();
    }

    @Test
    void whatStaysDamagedIsGivenUp() {
        for (int i = 0; i < 3; i++) {
            bench.espm.fail("POST complete", problem(422, "hash-mismatch", Map.of("restart", true)));
        }

        EspmException e = catchThrowableOfType(EspmException.class, bench::submit);

        assertThat(e.problem()).isEqualTo(new EspmProblem.HashMismatch("", true));
        assertThat(e.serverDetail()).isEqualTo("Keterangan dari eSPM.");
        assertThat(bench.calls("POST submissions")).hasSize(3);
    }

    @Test
    void whatNoRetryCanMendIsNotTriedAgain() {
        bench.espm.fail("POST complete", problem(422, "too-many-spm", Map.of("limit", 5)));

        EspmException e = catchThrowableOfType(EspmException.class, bench::submit);

        assertThat(e.problem()).isEqualTo(new EspmProblem.TooManySpm(5));
        assertThat(bench.calls("POST complete")).hasSize(1);
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void aSuratNeverGoesToEspm() throws Exception {
        var session = bench.session();
        bench.espm.calls.clear();

        EspmException e = catchThrowableOfType(
                EspmException.class,
                () -> new Submitter(TestPki.anchors())
                        .submit(
                                session,
                                HashedBundle.of(bench.bundle),
                                Bench.details(Jenis.SURAT),
                                TokenSource.none(),
                                SubmissionListener.SILENT));

        assertThat(e.problem()).isEqualTo(new EspmProblem.NeverSubmitted(Jenis.SURAT));
        assertThat(bench.espm.calls).isEmpty();
    }
}
