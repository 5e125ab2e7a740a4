package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.CuttingLine;
import id.espm.app.espm.CuttingLine.Cut;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmLogin;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.ReceiptFiles;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.outbox.RowState;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The line is cut at random bytes, at each step of the protocol in turn and both ways. {@code -Despm.cuts=100
 * -Despm.megabytes=60} tries it more often, with a large bundle.
 */
@ExtendWith(Practice.Extension.class)
class CutLineTest {
    private static final int CUTS = Integer.getInteger("espm.cuts", 16);
    private static final long BYTES = Long.getLong("espm.megabytes", 4) << 20;
    private static final long SEED = Long.getLong("espm.seed", System.nanoTime());

    /** Each answer has a longer head than this, and each request a longer one than that. */
    private static final int OF_AN_ANSWER = 100;

    private static final int OF_A_REQUEST = 150;

    /** More than the head of any request. */
    private static final int HEAD = 2000;

    private static final List<String> SENDING = List.of(
            "POST /api/v1/session ",
            "GET /api/v1/profile ",
            "POST /api/v1/submissions ",
            "HEAD /api/v1/uploads/",
            "PATCH /api/v1/uploads/",
            "POST /api/v1/submissions/[0-9a-z]+/complete ");
    private static final List<String> ASKING_AGAIN =
            List.of("GET /api/v1/submissions/[0-9a-z]+ ", "GET /api/v1/submissions/[0-9a-z]+/receipt ");

    private final Random random = new Random(SEED);
    private Practice practice;

    @Test
    void theBundleArrivesOnceAndWholeWhereverTheLineBreaks(@TempDir Path home, Practice shared) throws Exception {
        practice = shared;
        Path bundle = new Parcels(practice, home.resolve("kerja")).rpd("RPD-1", BYTES);
        for (int cuts = 0, trial = 1; cuts < CUTS; trial++) {
            cuts += send(bundle, Files.createDirectory(home.resolve("coba-" + trial)));
        }
    }

    private int send(Path bundle, Path folder) throws Exception {
        List<Cut> sending = cuts(SENDING);
        List<Cut> again = cuts(ASKING_AGAIN);
        String what = "seed %d: %s %s".formatted(SEED, sending, again);
        try (RealEspm espm = RealEspm.start(practice, folder.resolve("espm"));
                CuttingLine line = new CuttingLine(espm.address().getPort());
                Outbox outbox = Outbox.open(outboxSettings(folder))) {
            OutboxRow row = outbox.add(
                    HashedBundle.of(bundle), details(bundle), new OutboxRow.Account(line.address(), RealEspm.USER));
            line.cutAt(sending);
            SubmissionOutcome outcome = submit(line, outbox, row);
            assertThat(line.left()).as(what).isEmpty();
            assertThat(line.cutsMade()).as(what).isEqualTo(sending.size());
            long most = Files.size(bundle)
                    + (long) sending.size()
                            * EspmSettings.builder(line.address()).build().chunkSize()
                    + (long) line.requests() * HEAD;
            assertThat(line.bytesThere())
                    .as(what)
                    .isGreaterThan(Files.size(bundle))
                    .isLessThan(most);
            System.out.printf(
                    "%s: %d cuts, %d requests, %d bytes sent of %d%n",
                    folder.getFileName(), line.cutsMade(), line.requests(), line.bytesThere(), Files.size(bundle));

            line.cutAt(again);
            SubmissionOutcome same = submit(line, outbox, outbox.find(row.key()).orElseThrow());
            assertThat(line.left()).as(what).isEmpty();
            assertThat(same).as(what).isEqualTo(outcome);

            assertThat(outcome.status()).as(what).isEqualTo(SubmissionStatus.SENT);
            assertThat(outbox.find(row.key()).orElseThrow().state()).isEqualTo(RowState.SENT);
            assertThat(espm.server().kppn().inbox()).as(what).hasSize(1);
            assertThat(espm.received(outcome.id(), folder.resolve("kppn"))).isEqualTo(Files.readAllBytes(bundle));
        }
        theReceiptIsThere(bundle);
        theHistoryHasIt(folder);
        return sending.size() + again.size();
    }

    private List<Cut> cuts(List<String> steps) {
        List<Cut> cuts = new ArrayList<>();
        for (String step : steps) {
            int longest = step.startsWith("PATCH") ? (int) (BYTES / 2) : OF_A_REQUEST;
            cuts.add(new Cut(Pattern.compile(step), false, random.nextInt(longest)));
            cuts.add(new Cut(Pattern.compile(step), true, random.nextInt(OF_AN_ANSWER)));
        }
        return cuts;
    }

    private OutboxSettings outboxSettings(Path folder) throws Exception {
        return new OutboxSettings(
                folder.resolve("outbox.db"), folder.resolve("history"), anchors(), Clock.systemDefaultZone());
    }

    private TrustAnchors anchors() throws Exception {
        return TrustAnchors.read(Path.of(practice.trust()));
    }

    private SubmissionDetails details(Path bundle) throws Exception {
        SignedFileVerifier verifier =
                new SignedFileVerifier(new VerificationSettings(anchors(), Instant.now()), Rules.builtIn());
        return SubmittableBundle.read(bundle, verifier, Rules.builtIn()).details();
    }

    /** As the command does it, but without sleeping. */
    private static SubmissionOutcome submit(CuttingLine line, Outbox outbox, OutboxRow row) throws Exception {
        EspmSettings settings =
                EspmSettings.builder(line.address()).sleeper(pause -> {}).build();
        try (EspmClient client = EspmClient.open(settings)) {
            EspmLogin login = new EspmLogin(client, settings, SubmissionListener.SILENT);
            EspmSession session = login.session(RealEspm.USER, RealEspm.PASSWORD.toCharArray());
            login.profile(session);
            return outbox.send(row, session, TokenSource.none(), SubmissionListener.SILENT);
        }
    }

    private static void theReceiptIsThere(Path bundle) throws IOException {
        ReceiptFiles receipt = ReceiptFiles.beside(bundle);
        try (Stream<Path> files = Files.list(bundle.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(bundle, receipt.receipt(), receipt.signature());
        }
        Files.delete(receipt.receipt());
        Files.delete(receipt.signature());
    }

    private static void theHistoryHasIt(Path folder) throws Exception {
        try (History history = History.open(folder.resolve("history"))) {
            assertThat(history.entries(EntryFilter.builder().build())).hasSize(1);
        }
    }
}
