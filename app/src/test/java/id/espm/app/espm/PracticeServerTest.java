package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.ca.IssuedKey;
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
import java.time.Instant;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Client and practice server together: really signed bundles over a poor line, to KPPN's inbox and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeServerTest {
    private static final String PASSWORD = "rahasia1";
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Pattern CODE = Pattern.compile("Kode keamanan: (\\d{6})");

    private Path folder;
    private PracticeFolder practice;
    private EspmServer server;

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        practice = PracticeFolder.init(folder.resolve("practice"));
        IssuedKey receipts = practice.receiptKey();
        server = EspmServer.start(EspmServerConfig.builder(
                        folder.resolve("espm"),
                        practice.ca().anchors(),
                        accounts(practice),
                        new ReceiptKey(receipts.privateKey(), receipts.chain()))
                .revocation(Revocation.NOT_REQUIRED)
                .build());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void anSpmReachesKppnOverALineThatKeepsBreaking() throws Exception {
        SignedPackage signed = sign("SPM");
        long size = Files.size(signed.bundle());
        SubmissionOutcome outcome;
        try (CuttingLine line = new CuttingLine(server.address().getPort());
                EspmClient client = EspmClient.open(settings(line))) {
            EspmSession session = client.login("operator", PASSWORD.toCharArray());
            line.cutAfter(List.of(150L, 900L, size / 3, 700L, size / 4, size / 5, 60L));

            outcome = submit(session, signed);

            assertThat(line.cutsMade()).isEqualTo(7);
            assertThat(submit(session, signed)).isEqualTo(outcome);
            assertThat(session.list(Optional.of(Instant.now().minusSeconds(600))))
                    .filteredOn(s -> s.id().equals(outcome.id()))
                    .singleElement()
                    .isEqualTo(session.status(outcome.id()));
        }
        assertThat(server.kppn().inbox())
                .filteredOn(item -> item.id().equals(outcome.id()))
                .hasSize(1);
        assertThat(outcome.status()).isEqualTo(SubmissionStatus.SENT);
        assertThat(outcome.sentAt()).isBetween(Instant.now().minusSeconds(600), Instant.now());

        server.kppn().download(outcome.id(), folder.resolve("kppn"));
        try (EspmClient client = EspmClient.open(settings(server.address().getPort()))) {
            EspmSession session = client.login("operator", PASSWORD.toCharArray());
            Submission submission = session.status(outcome.id());
            assertThat(submission.status()).isEqualTo(SubmissionStatus.RECEIVED);
            assertThat(submission.content()).isEqualTo(details(signed).content());
            assertThat(submission.history())
                    .extracting(Submission.Change::status)
                    .containsExactly(SubmissionStatus.SENDING, SubmissionStatus.SENT, SubmissionStatus.RECEIVED);
            assertThat(submit(session, signed).status()).isEqualTo(SubmissionStatus.RECEIVED);
        }
    }

    @Test
    void anRpdHarianNeedsNoCode() throws Exception {
        SignedPackage signed = sign("RPD_HARIAN");
        try (EspmClient client = EspmClient.open(settings(server.address().getPort()))) {
            EspmSession session = client.login("operator", PASSWORD.toCharArray());

            SubmissionOutcome outcome = new Submitter(anchors())
                    .submit(
                            session,
                            HashedBundle.of(signed.bundle()),
                            details(signed),
                            TokenSource.none(),
                            SubmissionListener.SILENT)
                    .keptBeside(signed.bundle());

            assertThat(outcome.receiptFile()).exists();
        }
    }

    @Test
    void theProfileTellsTheUsersPostAndKppnsHours() throws Exception {
        try (EspmClient client = EspmClient.open(settings(server.address().getPort()))) {
            Profile profile = client.login("operator", PASSWORD.toCharArray()).profile();

            assertThat(profile.username()).isEqualTo("operator");
            assertThat(profile.nikMasked()).doesNotContain("9999990101700009").contains("*");
            assertThat(profile.appointments())
                    .singleElement()
                    .satisfies(post -> assertThat(post.zone()).isEqualTo(WITA));
            assertThat(profile.kppn()).singleElement().satisfies(kppn -> {
                assertThat(kppn.opens()).hasToString("08:00");
                assertThat(kppn.workingDays()).hasSize(5);
                assertThat(kppn.dailySpmLimit()).isPositive();
            });
        }
    }

    @Test
    void refusalsOfTheRealServerBecomeTheirProblems() throws Exception {
        try (EspmClient client = EspmClient.open(settings(server.address().getPort()))) {
            assertThat(problem(() -> client.login("operator", "salah123".toCharArray())))
                    .isEqualTo(new EspmProblem.BadCredentials());
            EspmSession session = client.login("operator", PASSWORD.toCharArray());
            assertThat(problem(() -> session.status("../session"))).isEqualTo(new EspmProblem.NotFound("../session"));
            assertThat(problem(() -> session.receipt("0123456789abcdef")))
                    .isEqualTo(new EspmProblem.NotFound("receipt"));
        }
    }

    private SubmissionOutcome submit(EspmSession session, SignedPackage signed) throws Exception {
        return new Submitter(anchors())
                .submit(
                        session,
                        HashedBundle.of(signed.bundle()),
                        details(signed),
                        this::mailedCode,
                        SubmissionListener.SILENT)
                .keptBeside(signed.bundle());
    }

    private SignedPackage sign(String jenis) throws Exception {
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        CheckedPackage checked = signer.check(
                PackageFolder.read(practice.packages().resolve(jenis), PackageDetails.none(), PackageDetails.none()));
        PracticeOfficial official = practice.official(checked.source().jabatan().name());
        SigningOptions options =
                new SigningOptions.Builder(folder.resolve("bundles"), "Persetujuan", ZonedDateTime.now(WITA)).build();
        try (Secret secret = Secret.copyOf(official.passphrase());
                SigningKey key = KeyFile.open(official.p12(), secret)) {
            return signer.sign(checked, key, options, SigningListener.NONE);
        }
    }

    private static SubmissionDetails details(SignedPackage signed) {
        ContentsList list = signed.request().contents();
        return new SubmissionDetails(
                new Submission.Content(
                        list.jenis(), list.satker(), String.valueOf(list.kppn()), list.tahun(), list.nomor()),
                signed.signer().serialHex());
    }

    private TrustAnchors anchors() {
        return new TrustAnchors(Set.copyOf(practice.ca().anchors()));
    }

    private EspmSettings settings(CuttingLine line) {
        return settings(line.address().getPort());
    }

    private EspmSettings settings(int port) {
        return EspmSettings.builder(URI.create("http://127.0.0.1:" + port))
                .chunkSize(64 << 10)
                .retries(new EspmSettings.Retries(8, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1)))
                .build();
    }

    /** What a person would do: look into the mailbox. */
    private Optional<String> mailedCode(TokenSource.Request request) {
        try (Stream<Path> mails = Files.list(server.mailbox())) {
            Path last = mails.sorted().reduce((a, b) -> b).orElseThrow();
            Matcher code = CODE.matcher(Files.readString(last));
            return code.find() ? Optional.of(code.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EspmProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(EspmException.class, call).problem();
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
}
