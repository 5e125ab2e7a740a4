package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.Practice;
import id.espm.app.espm.EspmProblem.ReceiptInvalid;
import id.espm.app.espm.EspmProblem.Unreachable;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.fault.EspmCall;
import id.espm.sandbox.espm.fault.EspmFault;
import id.espm.sandbox.espm.receipt.ReceiptSigner;
import id.espm.signer.sign.SignedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the practice server can do wrong, and what becomes of it: it goes on by itself, or the user is told. */
@ExtendWith(Practice.Extension.class)
class FaultsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Optional<Duration> FIVE_SECONDS = Optional.of(Duration.ofSeconds(5));

    private static SignedPackage signed;

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private final List<EspmProblem> problems = new ArrayList<>();
    private final SubmissionListener listener = new SubmissionListener() {
        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            problems.add(problem);
        }
    };
    private Path bundle;
    private PracticeEspm espm;
    private EspmClient client;
    private EspmSession session;

    @BeforeAll
    static void sign(Practice practice, @TempDir Path bundles) throws Exception {
        signed = PracticeEspm.sign(practice.folder(), "SPM", bundles);
    }

    @BeforeEach
    void start(Practice practice) throws Exception {
        bundle = Files.copy(signed.bundle(), folder.resolve(signed.bundle().getFileName()));
        espm = PracticeEspm.start(practice.folder(), folder.resolve("espm"));
        Duration brief = Duration.ofMillis(1500);
        client = EspmClient.open(espm.settings()
                .sleeper(pauses::add)
                .timeouts(new EspmSettings.Timeouts(brief, brief, Duration.ofSeconds(30)))
                .build());
        session = PracticeEspm.login(client);
    }

    @AfterEach
    void stop() {
        client.close();
        espm.close();
    }

    /** What a submission gets over by itself: at which call, what, and what the listener hears of it. */
    static Stream<Arguments> passing() {
        EspmProblem cutOff = new Unreachable("127.0.0.1", Cause.CUT_OFF);
        EspmProblem timeout = new Unreachable("127.0.0.1", Cause.TIMEOUT);
        EspmFault lost = new EspmFault.AnswerLost();
        EspmFault slow = new EspmFault.SlowStart(Duration.ofMillis(1800));
        EspmFault dripping = new EspmFault.SlowAnswer(Duration.ofMillis(1));
        EspmFault gateway = new EspmFault.ServerError(502, Optional.empty());
        EspmFault soon = new EspmFault.ServerError(503, FIVE_SECONDS);
        EspmFault maintenance = new EspmFault.Maintenance(Duration.ofSeconds(5));
        EspmProblem bad = new EspmProblem.ServerFault(502, Optional.empty());
        EspmProblem wait = new EspmProblem.Maintenance(FIVE_SECONDS);
        List<Arguments> all = new ArrayList<>();
        for (EspmCall call : List.of(EspmCall.ANNOUNCE, EspmCall.HEAD, EspmCall.PATCH, EspmCall.COMPLETE)) {
            all.add(Arguments.of(call, lost, cutOff));
            all.add(Arguments.of(call, new EspmFault.CutRequest(0), cutOff));
            all.add(Arguments.of(call, gateway, bad));
            all.add(Arguments.of(call, soon, wait));
            all.add(Arguments.of(call, maintenance, wait));
            all.add(Arguments.of(
                    call, new EspmFault.ServerFailed(), new EspmProblem.ServerFault(500, Optional.empty())));
        }
        all.add(Arguments.of(EspmCall.ANNOUNCE, new EspmFault.CutRequest(20), cutOff));
        all.add(Arguments.of(EspmCall.ANNOUNCE, new EspmFault.CutAnswer(20), cutOff));
        all.add(Arguments.of(EspmCall.COMPLETE, new EspmFault.CutRequest(5), cutOff));
        all.add(Arguments.of(EspmCall.COMPLETE, new EspmFault.CutAnswer(700), cutOff));
        all.add(Arguments.of(EspmCall.PATCH, new EspmFault.CutRequest(30_000), cutOff));
        all.add(Arguments.of(EspmCall.ANNOUNCE, slow, timeout));
        all.add(Arguments.of(EspmCall.HEAD, slow, timeout));
        all.add(Arguments.of(EspmCall.PATCH, new EspmFault.ByteChanged(), new EspmProblem.ChecksumMismatch(0)));
        all.add(Arguments.of(EspmCall.ANNOUNCE, dripping, null));
        all.add(Arguments.of(EspmCall.COMPLETE, slow, null));
        all.add(Arguments.of(EspmCall.COMPLETE, new EspmFault.ByteChanged(), null));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("passing")
    void aSubmissionGetsOverItAndArrivesOnce(EspmCall call, EspmFault fault, EspmProblem heard) throws Exception {
        espm.server.faults().next(call, fault);

        SubmissionOutcome outcome = submit(session);

        assertThat(espm.server.faults().happened()).containsExactly(call);
        assertThat(problems).isEqualTo(heard == null ? List.of() : List.of(heard));
        assertThat(outcome.status()).isEqualTo(SubmissionStatus.SENT);
        assertArrivedOnce();
    }

    @Test
    void whatAServerAsksToWaitIsWaited() throws Exception {
        espm.server.faults().next(EspmCall.PATCH, new EspmFault.ServerError(503, FIVE_SECONDS));

        submit(session);

        assertThat(pauses)
                .singleElement()
                .isEqualTo(pauses.stream()
                        .filter(pause -> pause.compareTo(Duration.ofSeconds(5)) >= 0)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anExpiredCodeIsMailedAnewAndAskedForAgain() throws Exception {
        espm.server.faults().next(EspmCall.COMPLETE, new EspmFault.CodeExpired());
        List<TokenSource.Occasion> asked = new ArrayList<>();

        new Submitter(espm.anchors())
                .submit(
                        session,
                        HashedBundle.of(bundle),
                        PracticeEspm.details(signed),
                        request -> {
                            asked.add(request.occasion());
                            return espm.mailedCode(request);
                        },
                        listener);

        assertThat(asked).containsExactly(TokenSource.Occasion.NEEDED, TokenSource.Occasion.NEW_MAILED);
        assertArrivedOnce();
    }

    /** After these the user is told, and the same submission goes on later. */
    static Stream<Arguments> stopping() {
        EspmFault ended = new EspmFault.SessionEnded();
        EspmProblem login = new EspmProblem.SessionExpired();
        List<Arguments> all = new ArrayList<>();
        for (EspmCall call : List.of(EspmCall.ANNOUNCE, EspmCall.HEAD, EspmCall.PATCH, EspmCall.COMPLETE)) {
            all.add(Arguments.of(call, ended, login));
            all.add(Arguments.of(
                    call,
                    new EspmFault.Maintenance(Duration.ofHours(2)),
                    new EspmProblem.Maintenance(Optional.of(Duration.ofHours(2)))));
        }
        all.add(Arguments.of(
                EspmCall.COMPLETE,
                new EspmFault.ReceiptForged(),
                new ReceiptInvalid(ReceiptInvalid.Reason.SIGNATURE_INVALID, "HASH_FAILURE")));
        all.add(Arguments.of(
                EspmCall.COMPLETE,
                new EspmFault.ReceiptOfOtherKey(signer(TestPki.stranger())),
                new ReceiptInvalid(ReceiptInvalid.Reason.SIGNER_NOT_TRUSTED, "NO_CERTIFICATE_CHAIN_FOUND")));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stopping")
    void theUserIsToldAndTheSameSubmissionGoesOnLater(EspmCall call, EspmFault fault, EspmProblem told)
            throws Exception {
        espm.server.faults().next(call, fault);

        assertThat(failure()).isEqualTo(told);
        assertThat(bundle.resolveSibling(bundle.getFileName() + ".receipt.json"))
                .doesNotExist();

        SubmissionOutcome outcome = submit(PracticeEspm.login(client));
        assertThat(outcome.status()).isEqualTo(SubmissionStatus.SENT);
        assertArrivedOnce();
    }

    @Test
    void aServerThatStaysDownIsTriedEightTimesAndThenTold() throws Exception {
        espm.server.faults().always(EspmCall.ANNOUNCE, new EspmFault.ServerError(502, Optional.empty()));

        assertThat(failure()).isEqualTo(new EspmProblem.ServerFault(502, Optional.empty()));

        assertThat(espm.server.faults().happened()).hasSize(8).containsOnly(EspmCall.ANNOUNCE);
        assertThat(espm.server.kppn().inbox()).isEmpty();
    }

    @Test
    void aBundleThatArrivesDamagedEachTimeIsToldAfterThreeStarts() {
        espm.server.faults().always(EspmCall.COMPLETE, new EspmFault.ByteChanged());

        assertThat(failure()).isEqualTo(new EspmProblem.HashMismatch("", true));

        assertThat(espm.server.faults().happened()).hasSize(3);
        assertThat(espm.server.kppn().inbox()).isEmpty();
    }

    @Test
    void faultsStrikeAtTheOccurrenceTheyWerePlannedFor() throws Exception {
        espm.server.faults().at(EspmCall.PATCH, 2, new EspmFault.ByteChanged());
        espm.server.faults().times(EspmCall.HEAD, 2, new EspmFault.AnswerLost());

        submit(session);

        assertThat(espm.server.faults().happened()).containsExactly(EspmCall.HEAD, EspmCall.HEAD, EspmCall.PATCH);
        assertThat(problems.getLast()).isEqualTo(new EspmProblem.ChecksumMismatch(PracticeEspm.CHUNK));
        assertArrivedOnce();
    }

    /** The calls outside of a submission are made once; what comes of them is told as it is. */
    @Test
    void theOtherCallsTellWhatHappened() throws Exception {
        String id = submit(session).id();
        for (EspmCall call : List.of(EspmCall.PROFILE, EspmCall.STATUS, EspmCall.LIST, EspmCall.RECEIPT)) {
            espm.server.faults().always(call, new EspmFault.AnswerLost());
            assertThat(failure(call, id)).isEqualTo(new Unreachable("127.0.0.1", Cause.CUT_OFF));
            espm.server.faults().end();
            espm.server.faults().next(call, new EspmFault.ServerError(504, FIVE_SECONDS));
            assertThat(failure(call, id)).isEqualTo(new EspmProblem.ServerFault(504, FIVE_SECONDS));
        }
        espm.server.faults().next(EspmCall.SESSION, new EspmFault.Maintenance(LONG));
        assertThat(failure(EspmCall.SESSION, id)).isEqualTo(new EspmProblem.Maintenance(Optional.of(LONG)));
    }

    @Test
    void aNewCodeThatCannotBeMailedIsTold() throws Exception {
        String id = session.createSubmission(HashedBundle.of(bundle), PracticeEspm.details(signed))
                .id();
        espm.server.faults().next(EspmCall.TOKEN, new EspmFault.ServerFailed());

        assertThat(failure(EspmCall.TOKEN, id)).isEqualTo(new EspmProblem.ServerFault(500, Optional.empty()));
    }

    private SubmissionOutcome submit(EspmSession own) throws EspmException, IOException, InterruptedException {
        return espm.submit(own, bundle, PracticeEspm.details(signed), listener);
    }

    private EspmProblem failure(EspmCall call, String id) {
        return catchThrowableOfType(EspmException.class, () -> {
                    switch (call) {
                        case SESSION -> PracticeEspm.login(client);
                        case PROFILE -> session.profile();
                        case STATUS -> session.status(id);
                        case LIST -> session.list(Optional.empty());
                        case RECEIPT -> session.receipt(id);
                        case TOKEN -> session.requestNewToken(id);
                        default -> throw new IllegalArgumentException(call.name());
                    }
                })
                .problem();
    }

    private EspmProblem failure() {
        return catchThrowableOfType(EspmException.class, () -> submit(session)).problem();
    }

    private void assertArrivedOnce() throws IOException, InterruptedException {
        assertThat(espm.server.kppn().inbox())
                .extracting(item -> item.sha256())
                .containsExactly(HashedBundle.of(bundle).sha256().hex());
    }

    private static ReceiptSigner signer(IssuedKey key) {
        return new ReceiptSigner(key.privateKey(), key.chain());
    }
}
