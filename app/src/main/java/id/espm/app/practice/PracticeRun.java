package id.espm.app.practice;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.practice.PracticeSummary.JenisResult;
import id.espm.app.practice.PracticeSummary.Refused;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.text.Messages;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.samples.Satker;
import id.espm.signer.Jenis;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.network.Proxies;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole chain once, unattended: make what is missing, start the servers, and for each jenis sign as the right official,
 * judge, send, receive at KPPN and compare; and see that six SPM are refused. A run keeps an eSPM of its own, so that numbers
 * of an earlier run are not duplicates.
 */
public final class PracticeRun {
    private static final String SIX = "SPM-6";
    /** With the practice TSA; the higher levels would make a run three times as long. */
    private static final SignatureLevel LEVEL = SignatureLevel.B_T;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path dir;
    private final Clock clock;
    private final PracticeListener listener;

    public PracticeRun(Path dir, Clock clock, PracticeListener listener) {
        this.dir = dir;
        this.clock = clock.withZone(Satker.LATIHAN.zona());
        this.listener = listener;
    }

    /**
     * Runs it and writes {@code summary.json}; what fails for one jenis stands there.
     *
     * @throws IOException if the folder cannot be used or a server does not start
     */
    public PracticeSummary run() throws IOException, SignerException, EspmException, InterruptedException {
        Instant start = clock.instant();
        PracticeFolder folder = PracticeFolder.init(dir, clock);
        listener.done(Stage.PREPARED, dir.toString());
        Path data = Files.createTempDirectory(dir, ".espm-run-");
        try (PracticeWorld world = PracticeWorld.start(folder, data, 0, clock);
                EspmClient client = EspmClient.open(
                        EspmSettings.builder(world.addresses().espm()).build());
                ChosenMethod chosen = ChosenMethod.of(
                        LEVEL, List.of(world.addresses().tsa()), Optional.empty(), anchors(folder), Proxies.none())) {
            listener.done(Stage.SERVERS_UP, world.addresses().espm().toString());
            PracticeSummary summary = run(folder, chain(folder, world, client, chosen.method()), start);
            write(folder.summary(), summary);
            return summary;
        } finally {
            FolderTree.delete(data);
        }
    }

    private PracticeSummary run(PracticeFolder folder, PracticeChain chain, Instant start) throws InterruptedException {
        List<JenisResult> results = new ArrayList<>();
        for (Jenis jenis : Jenis.values()) {
            results.add(chain.run(jenis, folder.packages().resolve(jenis.name())));
        }
        Refused refused = chain.refuse(folder.packages().resolve(SIX));
        boolean ok = refused.ok() && results.stream().allMatch(JenisResult::ok);
        long elapsed = Duration.between(start, clock.instant()).toMillis();
        return new PracticeSummary(ok, start.toString(), elapsed, results, refused);
    }

    private static TrustAnchors anchors(PracticeFolder folder) throws IOException, SignerException {
        return TrustAnchors.read(folder.trustAnchors());
    }

    private PracticeChain chain(PracticeFolder folder, PracticeWorld world, EspmClient client, SigningMethod method)
            throws IOException, SignerException {
        Rules rules = Rules.builtIn();
        Texts texts = Texts.of(Messages.INDONESIAN, Satker.LATIHAN.zona());
        TrustAnchors anchors = anchors(folder);
        SignedFileVerifier verifier = new SignedFileVerifier(new VerificationSettings(anchors, clock.instant()), rules);
        PracticeDelivery delivery = new PracticeDelivery(
                folder, world, client, new PracticeDelivery.Judging(anchors, rules, verifier), clock);
        return new PracticeChain(
                new PracticeSigning(folder, rules, method, texts, clock),
                delivery,
                new PracticeChain.Telling(listener, texts));
    }

    private static void write(Path file, PracticeSummary summary) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, JSON.writeValueAsBytes(summary));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
