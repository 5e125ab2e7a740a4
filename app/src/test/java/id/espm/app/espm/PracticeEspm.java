package id.espm.app.espm;

import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.EspmLimits;
import id.espm.sandbox.espm.EspmServer;
import id.espm.sandbox.espm.EspmServerConfig;
import id.espm.sandbox.espm.ReceiptKey;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.judge.Revocation;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The practice server with the people of a practice folder, and what a test does with it again and again. */
final class PracticeEspm implements AutoCloseable {
    static final String PASSWORD = "rahasia1";
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    static final int CHUNK = 64 << 10;

    private static final Pattern CODE = Pattern.compile("Kode keamanan: (\\d{6})");

    final EspmServer server;
    private final PracticeFolder practice;

    private PracticeEspm(PracticeFolder practice, EspmServer server) {
        this.practice = practice;
        this.server = server;
    }

    static PracticeEspm start(PracticeFolder practice, Path data) throws IOException {
        IssuedKey receipts = practice.receiptKey();
        return new PracticeEspm(
                practice,
                EspmServer.start(EspmServerConfig.builder(
                                data,
                                practice.ca().anchors(),
                                accounts(practice),
                                new ReceiptKey(receipts.privateKey(), receipts.chain()))
                        .limits(EspmLimits.builder().codeInterval(Duration.ZERO).build())
                        .revocation(Revocation.NOT_REQUIRED)
                        .build()));
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
        return client.login("operator", PASSWORD.toCharArray());
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

    /** What a person would do: look into the mailbox. */
    Optional<String> mailedCode(TokenSource.Request request) {
        try (Stream<Path> mails = Files.list(server.mailbox())) {
            Path last = mails.sorted().reduce((a, b) -> b).orElseThrow();
            Matcher code = CODE.matcher(Files.readString(last));
            return code.find() ? Optional.of(code.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Account> accounts(PracticeFolder practice) {
        PracticeOfficial ppspm = practice.official("PPSPM");
        List<Account> accounts = new ArrayList<>();
        accounts.add(account("operator", AccountKind.OPERATOR_SATKER, ppspm, "OPERATOR_SATKER"));
        for (String jabatan : List.of("PPSPM", "PPK", "KPA")) {
            accounts.add(account(jabatan, AccountKind.PEJABAT, practice.official(jabatan), jabatan));
        }
        return accounts;
    }

    private static Account account(String username, AccountKind kind, PracticeOfficial official, String jabatan) {
        Appointment post = new Appointment(
                jabatan,
                official.satker(),
                "Satker Latihan",
                official.kppn(),
                "KPPN Tolitoli",
                WITA,
                ZonedDateTime.now(WITA).getYear(),
                "DIPA-" + official.satker(),
                true);
        return new Account(
                username,
                PASSWORD,
                false,
                kind,
                "Nama " + username,
                "9999990101700009",
                username.toLowerCase(Locale.ROOT) + "@latihan-espm.go.id",
                kind == AccountKind.PEJABAT ? Set.of(official.serial()) : Set.of(),
                List.of(post));
    }

    @Override
    public void close() {
        server.close();
    }
}
