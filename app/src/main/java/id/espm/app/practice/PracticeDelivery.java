package id.espm.app.practice;

import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.practice.PracticeSummary.Submitted;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.kppn.ReceivedPackage;
import id.espm.signer.CheckedFile;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleExtractor;
import id.espm.signer.bundle.BundleExtractor.Extracted;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Brings a signed bundle over eSPM to KPPN's desk and looks at what arrived there. */
final class PracticeDelivery {
    private final PracticeFolder folder;
    private final PracticeWorld world;
    private final EspmClient client;
    private final PracticeAccounts accounts;
    private final Judging judging;

    /** Whom to trust, and by which rules. */
    record Judging(TrustAnchors anchors, Rules rules, SignedFileVerifier verifier) {}

    PracticeDelivery(PracticeFolder folder, PracticeWorld world, EspmClient client, Judging judging, Clock clock) {
        this.folder = folder;
        this.world = world;
        this.client = client;
        this.judging = judging;
        this.accounts = PracticeAccounts.of(folder, clock);
    }

    Judging judging() {
        return judging;
    }

    /** Sends as the operator, receives as KPPN, and compares. */
    Submitted deliver(SignedPackage signed, PracticeListener listener)
            throws IOException, SignerException, EspmException, InterruptedException {
        Jenis jenis = signed.source().jenis();
        EspmSession session = login(jenis);
        SubmittableBundle bundle = SubmittableBundle.read(signed.bundle(), judging.verifier(), judging.rules());
        PracticeMailbox mailbox = new PracticeMailbox(folder.mailbox());
        SubmissionOutcome outcome = new Submitter(judging.anchors())
                .submit(session, HashedBundle.of(bundle.file()), bundle.details(), mailbox, mailbox)
                .keptBeside(bundle.file());
        listener.done(Stage.SENT, jenis.name());
        ReceivedPackage received = world.kppn().download(outcome.id(), folder.kppn());
        listener.done(Stage.RECEIVED, jenis.name());
        return new Submitted(
                outcome.id(),
                session.status(outcome.id()).status().name(),
                outcome.receiptFile().toString(),
                received.folder().toString(),
                received.judgement().overall().name(),
                adkIdentical(signed, received));
    }

    private EspmSession login(Jenis jenis) throws IOException, EspmException, InterruptedException {
        String name = jenis == Jenis.LPJ ? PracticeAccounts.OPERATOR_BENDAHARA : PracticeAccounts.OPERATOR_SATKER;
        return client.login(
                PracticeAccounts.username(name), accounts.password(name).toCharArray());
    }

    /** The ADK as KPPN's own code took it out, and as ours does, against the originals. */
    private boolean adkIdentical(SignedPackage signed, ReceivedPackage received) throws IOException, SignerException {
        Set<String> originals = new HashSet<>();
        for (ContentsList.Document document : signed.request().contents().dokumen()) {
            if (document.isAdk()) {
                CheckedFile original =
                        Objects.requireNonNull(signed.request().sources().get(document.entry()));
                originals.add(Sha256.of(original.path()).hex());
            }
        }
        Set<String> atKppn = new HashSet<>();
        for (Path adk : received.adk()) {
            atKppn.add(Sha256.of(adk).hex());
        }
        return !originals.isEmpty() && originals.equals(atKppn) && originals.equals(extracted(signed.bundle()));
    }

    private Set<String> extracted(Path bundle) throws IOException, SignerException {
        Path temporary = Files.createTempDirectory(folder.dir(), ".extract-");
        try {
            List<Extracted> files = BundleExtractor.extract(bundle, temporary, false);
            Set<String> hashes = new HashSet<>();
            for (Extracted file : files) {
                if (file.document().isAdk()) {
                    hashes.add(file.sha256().hex());
                }
            }
            return hashes;
        } finally {
            FolderTree.delete(temporary);
        }
    }
}
