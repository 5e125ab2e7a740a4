package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.espm.sandbox.PkiServer;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.contract.Contract;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.fault.EspmCall;
import id.espm.sandbox.espm.fault.EspmFault;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract cannot drift: every operation and every problem type of it is seen here, as it stands in the file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final Contract CONTRACT = TestClient.CONTRACT;
    private static final byte[] BYTES = new byte[3000];

    private final Set<String> problems = new TreeSet<>();
    private TestEspm espm;
    private TestClient operator;

    @BeforeEach
    void start(@TempDir Path dir) throws Exception {
        espm = new TestEspm(
                dir, limits -> limits.dailySpm(6).maxBundleBytes(1 << 20).codeTries(3));
        operator = espm.operator();
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @AfterAll
    void everyProblemTypeWasSeen() {
        assertThat(problems).isEqualTo(CONTRACT.problemTypes().keySet());
    }

    @Test
    void everyOperationIsTakenAsTheContractHasIt() throws Exception {
        TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
        byte[] bytes = bundle.bytes();
        var submission = operator.announced(bundle, bytes);
        String id = submission.get("id").asString();
        String url = submission.get("uploadUrl").asString();
        espm.clock.pass(Duration.ofMinutes(5));
        operator.get("/api/v1/profile");
        operator.get("/api/v1/submissions?since=2026-01-01T00%3A00%3A00Z");
        operator.get("/api/v1/submissions/" + id);
        operator.mailToken(id);
        TestClient.send(HttpRequest.newBuilder(URI.create(url)), "OPTIONS", new byte[0]);
        operator.head(url);
        operator.upload(url, bytes, 1 << 16);
        assertThat(operator.complete(id, espm.code(id)).statusCode()).isEqualTo(200);
        operator.get("/api/v1/submissions/" + id + "/receipt");

        assertThat(CONTRACT.operationsSeen()).isEqualTo(CONTRACT.operations());
        assertThat(CONTRACT.operations()).hasSize(11);
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        List<String> faults = new ArrayList<>();
        collect(CONTRACT.api(), faults);
        assertThat(faults).isEmpty();
    }

    private static void collect(JsonNode node, List<String> faults) {
        if (node.has("schema") && node.has("example")) {
            faults.addAll(
                    CONTRACT.faults(node.path("schema"), node.path("example").toString()));
        }
        if (node.has("schema")) {
            node.path("examples").forEach(example -> {
                JsonNode value = CONTRACT.api()
                        .at(example.path("$ref").asText().substring(1))
                        .path("value");
                faults.addAll(CONTRACT.faults(node.path("schema"), value.toString()));
            });
        }
        if (node.has("type") && node.has("example") && node.has("properties")) {
            faults.addAll(CONTRACT.faults(node, node.path("example").toString()));
        }
        node.forEach(child -> collect(child, faults));
    }

    @Test
    void everyProblemTypeHasAnExampleWithItsStatusAndTitle() {
        JsonNode examples = CONTRACT.api().at("/components/examples");
        Map<String, Integer> statuses = new TreeMap<>();
        examples.forEach(example -> {
            JsonNode value = example.path("value");
            assertThat(CONTRACT.faultsOfProblem(value)).isEmpty();
            statuses.put(value.path("type").asText(), value.path("status").asInt());
        });
        assertThat(statuses).isEqualTo(CONTRACT.problemTypes());
    }

    @Test
    void accounts() throws Exception {
        seen(new TestClient(operator.base()).get("/api/v1/profile"), "session-expired");
        seen(operator.postSession("operator", "salah"), "bad-credentials");
        seen(operator.postSession("baru", TestPeople.PASSWORD), "password-must-change");
        seen(operator.post("/api/v1/session", Map.of()), "invalid-request");
        seen(operator.get("/api/v1/tidak-ada"), "not-found");
        HttpRequest.Builder delete = HttpRequest.newBuilder(operator.base().resolve("/api/v1/session"));
        seen(TestClient.send(delete, "DELETE", new byte[0]), "method-not-allowed");
        HttpRequest.Builder plain = HttpRequest.newBuilder(operator.base().resolve("/api/v1/session"));
        seen(
                TestClient.send(plain.header("Content-Type", "text/plain"), "POST", new byte[] {'{', '}'}),
                "unsupported-media-type");
        espm.server.faults().next(EspmCall.SESSION, new EspmFault.ServerFailed());
        seen(operator.postSession("operator", TestPeople.PASSWORD), "internal-error");
        espm.server.startMaintenance(Duration.ofMinutes(2));
        seen(operator.get("/api/v1/profile"), "maintenance");
    }

    @Test
    void announcements() throws Exception {
        Map<String, Object> good = TestClient.declaration(TestBundle.spm("00123A", TestPeople.PPSPM), BYTES);
        seen(operator.announce(changed(good, "kppn", "999")), "not-appointed");
        seen(operator.announce(changed(good, "certificateSerial", "abc")), "certificate-not-registered");
        seen(operator.announce(changed(good, "nomor", List.of("1", "2", "3", "4", "5", "6"))), "too-many-spm");
        seen(operator.announce(changed(good, "size", 2 << 20)), "too-large");
        operator.announce(good);
        seen(operator.announce(changed(good, "tahun", 2025)), "idempotency-conflict");
    }

    @Test
    void numbersThatWereSentBeforeAndTheDaysLimit() throws Exception {
        espm.send(operator, TestBundle.spm("00001A", TestPeople.PPSPM));
        Map<String, Object> again = TestClient.declaration(TestBundle.spm("00001A", TestPeople.PPSPM), BYTES);
        seen(operator.announce(again), "duplicate-spm");
        espm.send(operator, many(List.of("00002A", "00003A", "00004A", "00005A", "00006A")));
        Map<String, Object> more = TestClient.declaration(TestBundle.spm("00007A", TestPeople.PPSPM), BYTES);
        seen(operator.announce(more), "daily-limit");
    }

    @Test
    void uploads() throws Exception {
        var submission = operator.announced(TestBundle.spm("00123A", TestPeople.PPSPM), BYTES);
        String url = submission.get("uploadUrl").asString();
        seen(operator.complete(submission.get("id").asString(), ""), "upload-incomplete");
        seen(operator.patch(url, 7, BYTES), "offset-conflict");
        seen(operator.patch(url, 0, BYTES, "Upload-Checksum", TestClient.checksum(new byte[1])), "checksum-mismatch");
        HttpRequest.Builder old = operator.patchRequest(url, 0).setHeader("Tus-Resumable", "0.2.2");
        seen(TestClient.send(old, "PATCH", BYTES), "tus-version");
        try (Socket holding = new Socket("127.0.0.1", operator.base().getPort())) {
            String head =
                    "PATCH " + URI.create(url).getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + operator.accessToken() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: 3000\r\n\r\nx";
            OutputStream out = holding.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(300);
            seen(operator.patch(url, 0, BYTES), "upload-busy");
        }
        await().until(() -> "1"
                .equals(operator.head(url).headers().firstValue("Upload-Offset").orElse("")));
        espm.clock.pass(Duration.ofDays(3));
        seen(espm.operator().head(url), "upload-expired");
    }

    @Test
    void completions() throws Exception {
        var submission = operator.announced(TestBundle.spm("00123A", TestPeople.PPSPM), BYTES);
        String id = submission.get("id").asString();
        operator.upload(submission.get("uploadUrl").asString(), BYTES, BYTES.length);
        seen(operator.mailToken(id), "rate-limited");
        seen(operator.complete(id, "salah"), "token-wrong");
        String code = espm.code(id);
        espm.server.faults().next(EspmCall.COMPLETE, new EspmFault.CodeExpired());
        seen(operator.complete(id, code), "token-expired");
        espm.clock.pass(Duration.ofMinutes(5));
        operator.mailToken(id);
        seen(operator.complete(id, espm.code(id)), "bundle-invalid");
        espm.server.faults().next(EspmCall.COMPLETE, new EspmFault.ByteChanged());
        seen(operator.complete(id, espm.code(id)), "hash-mismatch");
    }

    @Test
    void signatures() throws Exception {
        TestBundle damaged = TestBundle.spm("00124A", TestPeople.PPSPM)
                .beforeSeal(files -> files.compute(
                        "META-INF/signature-paket-01.p7s",
                        (name, old) -> TestCms.detached(new byte[1], TestPeople.PPSPM)));
        seen(espm.send(operator, damaged), "signature-invalid");
    }

    @Test
    void revocation(@TempDir Path other) throws Exception {
        CertificateAuthority ca = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
        TestOfficial ppspm = TestOfficial.issue(ca, "Siti Aminah", "PPSPM; satker 527010");
        ca.revoke(ppspm.key().certificate(), RevocationReason.KEY_COMPROMISE);
        EspmServerConfig config = EspmServerConfig.builder(
                        other,
                        ca.anchors(),
                        List.of(TestPeople.account(
                                "ppspm", AccountKind.PEJABAT, false, Set.of(ppspm), TestPeople.post("PPSPM", true))),
                        new ReceiptKey(TestPeople.RECEIPTS.privateKey(), TestPeople.RECEIPTS.chain()))
                .build();
        try (EspmServer server = EspmServer.start(config);
                PkiServer pki = PkiServer.start(ca)) {
            assertThat(pki.ocsp().getPort()).isPositive();
            TestClient official = new TestClient(server.address()).login("ppspm");
            TestBundle bundle = TestBundle.spm("00123A", ppspm);
            byte[] bytes = bundle.bytes();
            var submission = official.announced(bundle, bytes);
            official.upload(submission.get("uploadUrl").asString(), bytes, bytes.length);
            String id = submission.get("id").asString();
            seen(official.complete(id, TestEspm.code(server.mailbox(), id)), "certificate-revoked");
        }
    }

    private void seen(HttpResponse<String> response, String problem) {
        assertThat(TestClient.problem(response)).as(response.body()).isEqualTo(problem);
        problems.add("urn:espm:problem:" + problem);
    }

    private static Map<String, Object> changed(Map<String, Object> declaration, String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(declaration);
        changed.put(member, value);
        return changed;
    }

    private static TestBundle many(List<String> nomor) {
        TestBundle bundle = new TestBundle("SPM", "527010", nomor, TestPeople.PPSPM);
        nomor.forEach(n -> bundle.adk(n + ".zip", n.getBytes(StandardCharsets.UTF_8), List.of(n)));
        return bundle.lampiran("spm.pdf", TestPdf.create("SPM"), nomor);
    }
}
