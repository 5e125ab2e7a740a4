package id.espm.app.benchmarks;

import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.client.AnnouncedSubmission;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.espm.EspmServer;
import id.espm.sandbox.espm.EspmServerConfig;
import id.espm.sandbox.espm.ReceiptKey;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Measures the upload of a bundle against {@code curl}, which sends as many bytes to the same server in one {@code PATCH}, in
 * turns: {@code mvn -Pbench-upload -pl app -am test}. What is measured and how stands in {@code docs/performance.md}.
 */
final class UploadBench {
    private static final String PASSWORD = "rahasia1";
    /** Rounds that nobody counts, for the program and the server in it are compiled while they run. */
    private static final int WARM_UP = 5;

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private final Path folder;
    private final int megabytes = Integer.getInteger("bench.megabytes", 60);
    private final int rounds = Integer.getInteger("bench.rounds", 9);
    private final Random random = new Random(7);

    private UploadBench() throws IOException {
        folder = Files.createDirectories(Path.of(System.getProperty("bench.dir", "target/bench-upload")));
    }

    public static void main(String[] args) throws Exception {
        new UploadBench().run();
    }

    private void run() throws Exception {
        Path data = Files.createTempDirectory(folder, "espm");
        Path bundle = folder.resolve("upload.asice");
        System.out.printf("%d MB, %d rounds%n", megabytes, rounds);
        System.out.println("| round | curl, MB/s | ours, MB/s | ours/curl | with hashing before, MB/s |");
        System.out.println("|---:|---:|---:|---:|---:|");
        List<Double> ratios = new ArrayList<>();
        try (EspmServer server = start(data);
                EspmClient client =
                        EspmClient.open(EspmSettings.builder(server.address()).build())) {
            EspmSession session = client.login("operator", PASSWORD.toCharArray());
            String token = token(server.address());
            for (int round = 1 - WARM_UP; round <= rounds; round++) {
                double curl = curl(session, bundle, token);
                Taken ours = ours(session, bundle);
                if (round > 0) {
                    ratios.add(curl / ours.upload());
                    System.out.printf(
                            Locale.ROOT,
                            "| %d | %.0f | %.0f | %.2f | %.0f |%n",
                            round,
                            megabytes / curl,
                            megabytes / ours.upload(),
                            ratios.getLast(),
                            megabytes / ours.whole());
                }
                for (Path stored : list(data.resolve("uploads"))) {
                    Files.delete(stored);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median ours/curl: %.2f%n",
                ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow());
    }

    /** Seconds for the upload alone, and with the hashing that every bundle needs once. */
    private record Taken(double upload, double whole) {}

    private Taken ours(EspmSession session, Path bundle) throws Exception {
        fill(bundle);
        long start = System.nanoTime();
        HashedBundle hashed = HashedBundle.of(bundle);
        double hashing = seconds(start);
        AnnouncedSubmission submission = session.createSubmission(hashed, details());
        start = System.nanoTime();
        session.upload(submission, hashed, SubmissionListener.SILENT);
        double upload = seconds(start);
        return new Taken(upload, hashing + upload);
    }

    /** The hash in curl's header is worked out before, so that curl only sends. */
    private double curl(EspmSession session, Path bundle, String token) throws Exception {
        fill(bundle);
        HashedBundle hashed = HashedBundle.of(bundle);
        URI address = session.createSubmission(hashed, details()).uploadUrl();
        String checksum = Base64.getEncoder().encodeToString(hashed.sha256().bytes());
        long start = System.nanoTime();
        Process curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "--fail",
                        "--noproxy",
                        "*",
                        "-X",
                        "PATCH",
                        "-T",
                        bundle.toString(),
                        "-H",
                        "Expect:",
                        "-H",
                        "Authorization: Bearer " + token,
                        "-H",
                        "Tus-Resumable: 1.0.0",
                        "-H",
                        "Upload-Offset: 0",
                        "-H",
                        "Content-Type: application/offset+octet-stream",
                        "-H",
                        "Upload-Checksum: sha256 " + checksum,
                        address.toString())
                .inheritIO()
                .start();
        if (curl.waitFor() != 0) {
            throw new IOException("curl ended with " + curl.exitValue());
        }
        return seconds(start);
    }

    /** Other bytes each time, for the server knows a bundle by its hash. */
    private void fill(Path bundle) throws IOException {
        byte[] megabyte = new byte[1_000_000];
        try (OutputStream out = Files.newOutputStream(bundle)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(megabyte);
                out.write(megabyte);
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static SubmissionDetails details() {
        return new SubmissionDetails(
                new Submission.Content(
                        Jenis.RPD_HARIAN, "527010", "082", Year.now(ZONE).getValue(), List.of()),
                SERIAL);
    }

    private static final CertificateAuthority CA = CertificateAuthority.inMemory(Clock.systemUTC());
    private static final IssuedKey KEY = CA.issue(CertificateProfile.signer(
                    Subject.named("Siti Rahayu").nik("9999990101700001").build())
            .build());
    private static final String SERIAL = KEY.certificate().getSerialNumber().toString(16);

    private static EspmServer start(Path data) throws IOException {
        Appointment post = new Appointment(
                "OPERATOR_SATKER",
                "527010",
                "Satker Latihan",
                "082",
                "KPPN Tolitoli",
                ZONE,
                Year.now(ZONE).getValue(),
                "DIPA-527010",
                true);
        Appointment ppk = new Appointment(
                "PPK",
                "527010",
                "Satker Latihan",
                "082",
                "KPPN Tolitoli",
                ZONE,
                Year.now(ZONE).getValue(),
                "DIPA-527010",
                true);
        return EspmServer.start(EspmServerConfig.builder(
                        data,
                        CA.anchors(),
                        List.of(
                                account("operator", AccountKind.OPERATOR_SATKER, Set.of(), post),
                                account(
                                        "ppk",
                                        AccountKind.PEJABAT,
                                        Set.of(KEY.certificate().getSerialNumber()),
                                        ppk)),
                        new ReceiptKey(KEY.privateKey(), KEY.chain()))
                .build());
    }

    private static Account account(String name, AccountKind kind, Set<BigInteger> serials, Appointment post) {
        return new Account(
                name,
                PASSWORD,
                false,
                kind,
                "Nama " + name,
                "9999990101700009",
                name + "@latihan-espm.go.id",
                serials,
                List.of(post));
    }

    private static String token(URI server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"operator\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        }
    }
}
