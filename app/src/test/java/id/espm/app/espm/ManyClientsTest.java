package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.signer.Sha256;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Practice.Extension.class)
class ManyClientsTest {
    private static final int CLIENTS = 200;

    @TempDir
    Path folder;

    /** What one client was told, and what it sent. */
    private record Sent(Path bundle, SubmissionOutcome outcome) {}

    @Test
    void twoHundredClientsAtOnceSendEachItsOwnBundleWholeAndOnce(Practice practice) throws Exception {
        ZonedDateTime now = ZonedDateTime.now(PracticeEspm.WITA);
        List<SignedPackage> signed = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            signed.add(PracticeEspm.sign(
                    practice.folder(), "RPD_HARIAN", folder.resolve("bundle-" + i), now.minusSeconds(i)));
        }
        try (PracticeEspm espm = PracticeEspm.start(practice.folder(), folder.resolve("espm"));
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Sent>> journeys = new ArrayList<>();
            signed.forEach(one -> journeys.add(() -> journey(espm, one)));

            List<Sent> sent = new ArrayList<>();
            for (Future<Sent> journey : threads.invokeAll(journeys)) {
                sent.add(journey.get());
            }

            List<String> hashes = new ArrayList<>();
            for (Sent one : sent) {
                Path arrived =
                        folder.resolve("espm/uploads").resolve(one.outcome().id() + ".bin");
                assertThat(Files.mismatch(one.bundle(), arrived)).isEqualTo(-1);
                hashes.add(Sha256.of(one.bundle()).hex());
            }
            assertThat(hashes).doesNotHaveDuplicates();
            assertThat(espm.server.kppn().inbox())
                    .extracting(InboxItem::sha256)
                    .containsExactlyInAnyOrderElementsOf(hashes);
        }
    }

    /** The receipt speaks of this very bundle, or there would be no outcome. */
    private static Sent journey(PracticeEspm espm, SignedPackage signed) throws Exception {
        Duration patience = Duration.ofMinutes(2);
        EspmSettings settings = espm.settings()
                .timeouts(new EspmSettings.Timeouts(patience, patience, patience))
                .build();
        try (EspmClient client = EspmClient.open(settings)) {
            SubmissionOutcome outcome = new Submitter(espm.anchors())
                    .submit(
                            PracticeEspm.login(client),
                            HashedBundle.of(signed.bundle()),
                            PracticeEspm.details(signed),
                            TokenSource.none(),
                            SubmissionListener.SILENT)
                    .keptBeside(signed.bundle());
            return new Sent(signed.bundle(), outcome);
        }
    }
}
