package id.espm.app.espm;

import id.espm.app.RealEspm;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.espm.EspmLimits;
import id.espm.sandbox.espm.EspmServer;
import id.espm.signer.SigningListener;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/** The practice server with the people of a practice folder, and what a test does with it again and again. */
final class PracticeEspm implements AutoCloseable {
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    static final int CHUNK = 64 << 10;

    final EspmServer server;
    private final RealEspm real;
    private final PracticeFolder practice;

    private PracticeEspm(PracticeFolder practice, RealEspm real) {
        this.practice = practice;
        this.real = real;
        this.server = real.server();
    }

    static PracticeEspm start(PracticeFolder practice, Path data) throws IOException {
        EspmLimits limits = EspmLimits.builder().codeInterval(Duration.ZERO).build();
        return new PracticeEspm(practice, RealEspm.start(practice, data, limits, Clock.systemUTC()));
    }

    TrustAnchors anchors() {
        return new TrustAnchors(Set.copyOf(practice.ca().anchors()));
    }

    EspmSettings.Builder settings() {
        return settings(server.address());
    }

    /** By another way than the straight one. */
    static EspmSettings.Builder settings(URI address) {
        return EspmSettings.builder(address)
                .chunkSize(CHUNK)
                .retries(
                        new EspmSettings.Retries(8, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1)));
    }

    static EspmSession login(EspmClient client) throws EspmException, InterruptedException {
        return client.login(RealEspm.USER, RealEspm.PASSWORD.toCharArray());
    }

    SubmissionOutcome submit(EspmSession session, SignedPackage signed) throws Exception {
        return submit(session, signed, SubmissionListener.SILENT);
    }

    SubmissionOutcome submit(EspmSession session, SignedPackage signed, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        return submit(session, signed.bundle(), details(signed), listener);
    }

    SubmissionOutcome submit(EspmSession session, Path bundle, SubmissionDetails details, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        return new Submitter(anchors())
                .submit(session, HashedBundle.of(bundle), details, this::mailedCode, listener)
                .keptBeside(bundle);
    }

    static SignedPackage sign(PracticeFolder practice, String jenis, Path out) throws Exception {
        return sign(practice, jenis, out, ZonedDateTime.now(WITA));
    }

    /** At another second another bundle comes out. */
    static SignedPackage sign(PracticeFolder practice, String jenis, Path out, ZonedDateTime time) throws Exception {
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        CheckedPackage checked = signer.check(
                PackageFolder.read(practice.packages().resolve(jenis), PackageDetails.none(), PackageDetails.none()));
        PracticeOfficial official = practice.official(checked.source().jabatan().name());
        SigningOptions options = new SigningOptions.Builder(out, "Persetujuan", time).build();
        try (Secret secret = Secret.copyOf(official.passphrase());
                SigningKey key = KeyFile.open(official.p12(), secret)) {
            return signer.sign(checked, key, options, SigningListener.NONE);
        }
    }

    static SubmissionDetails details(SignedPackage signed) {
        ContentsList list = signed.request().contents();
        return new SubmissionDetails(
                new Submission.Content(
                        list.jenis(), list.satker(), String.valueOf(list.kppn()), list.tahun(), list.nomor()),
                signed.signer().serialHex());
    }

    Optional<String> mailedCode(TokenSource.Request request) {
        return Optional.of(real.mailedCode());
    }

    @Override
    public void close() {
        real.close();
    }
}
