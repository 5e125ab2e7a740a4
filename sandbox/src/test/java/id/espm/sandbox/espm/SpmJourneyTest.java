package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.ReceivedPackage;
import id.espm.sandbox.kppn.SubmissionStatus;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpmJourneyTest {
    @TempDir
    Path dir;

    @Test
    void anSpmTravelsFromTheOperatorToKppnAndBack() throws Exception {
        try (TestEspm espm = new TestEspm(dir.resolve("espm"))) {
            TestClient operator = espm.operator();
            TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
            byte[] bytes = bundle.bytes();

            HttpResponse<String> accepted = espm.send(operator, bundle, bytes);

            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
            JsonNode receipt = verifiedReceipt(TestClient.json(accepted));
            String id = receipt.get("id").asString();
            assertThat(receipt.get("sha256").asString()).isEqualTo(TestBundle.hex(bytes));
            assertThat(receipt.get("size").asLong()).isEqualTo(bytes.length);
            assertThat(receipt.get("nomor")).hasToString("[\"00123A\"]");
            assertThat(receipt.get("status").asString()).isEqualTo("SENT");
            assertThat(statuses(operator, id)).containsExactly("SENDING", "SENT");

            ReceivedPackage received = espm.server.kppn().download(id, dir.resolve("kppn"));

            assertThat(received.adk())
                    .singleElement()
                    .satisfies(adk -> assertThat(adk)
                            .hasFileName("00123A.zip")
                            .hasBinaryContent("ADK 00123A".getBytes(StandardCharsets.UTF_8)));
            assertThat(received.lampiran())
                    .singleElement()
                    .satisfies(pdf -> assertThat(pdf)
                            .hasFileName("00123A-spm.pdf")
                            .hasBinaryContent(bundle.files.get("lampiran/00123A-spm.pdf")));
            assertThat(received.bundle()).hasBinaryContent(bytes);
            assertThat(received.item().status()).isEqualTo(SubmissionStatus.RECEIVED);
            assertThat(new JsonMapper()
                            .readTree(Files.readAllBytes(received.verdict()))
                            .get("verdict")
                            .asString())
                    .isEqualTo("VALID");

            espm.server.kppn().konversi(id);
            espm.server.kppn().done(id);
            assertThat(statuses(operator, id)).containsExactly("SENDING", "SENT", "RECEIVED", "PROCESSING", "DONE");
        }
    }

    @Test
    void theReceiptStaysTheSameForEver() throws Exception {
        String first;
        String id;
        try (TestEspm espm = new TestEspm(dir)) {
            TestClient operator = espm.operator();
            HttpResponse<String> accepted = espm.send(operator, TestBundle.spm("00123A", TestPeople.PPSPM));
            first = accepted.body();
            id = verifiedReceipt(TestClient.json(accepted)).get("id").asString();
            assertThat(operator.complete(id, "").body()).isEqualTo(first);
            assertThat(operator.get("/api/v1/submissions/" + id + "/receipt").body())
                    .isEqualTo(first);
        }
        try (TestEspm restarted = new TestEspm(dir)) {
            assertThat(restarted
                            .operator()
                            .get("/api/v1/submissions/" + id + "/receipt")
                            .body())
                    .isEqualTo(first);
            assertThat(restarted.server.kppn().inbox())
                    .extracting(InboxItem::id)
                    .containsExactly(id);
        }
    }

    @Test
    void aRejectionNamesItsReasonAndFreesTheNumber() throws Exception {
        try (TestEspm espm = new TestEspm(dir)) {
            TestClient operator = espm.operator();
            String id = verifiedReceipt(
                            TestClient.json(espm.send(operator, TestBundle.spm("00123A", TestPeople.PPSPM))))
                    .get("id")
                    .asString();
            assertThat(TestClient.problem(espm.send(operator, anew("00124A")))).isEqualTo("status 200");

            espm.server.kppn().reject(id, "Pagu tidak tersedia.");

            JsonNode submission = TestClient.json(operator.get("/api/v1/submissions/" + id));
            assertThat(submission.get("status").asString()).isEqualTo("REJECTED");
            assertThat(submission.get("alasan").asString()).isEqualTo("Pagu tidak tersedia.");
            assertThat(TestClient.problem(espm.send(operator, anew("00123A")))).isEqualTo("status 200");
        }
    }

    @Test
    void theListTellsWhatChangedSince() throws Exception {
        try (TestEspm espm = new TestEspm(dir)) {
            TestClient operator = espm.operator();
            espm.send(operator, TestBundle.spm("00123A", TestPeople.PPSPM));
            espm.clock.pass(Duration.ofMinutes(10));
            Instant between = espm.clock.instant();
            espm.clock.pass(Duration.ofMinutes(10));
            espm.send(operator, TestBundle.spm("00124A", TestPeople.PPSPM));

            assertThat(numbers(operator, "")).containsExactly("00123A", "00124A");
            assertThat(numbers(operator, "?since=" + between)).containsExactly("00124A");
            assertThat(TestClient.json(espm.client().login("ppk").get("/api/v1/submissions"))
                            .get("submissions"))
                    .isEmpty();
            assertThat(TestClient.problem(operator.get("/api/v1/submissions?since=kemarin")))
                    .isEqualTo("invalid-request");
        }
    }

    private static TestBundle anew(String nomor) {
        return TestBundle.spm(nomor, TestPeople.PPSPM);
    }

    private static List<String> numbers(TestClient client, String query) throws Exception {
        JsonNode list =
                TestClient.json(client.get("/api/v1/submissions" + query)).get("submissions");
        return list.valueStream().map(s -> s.get("nomor").get(0).asString()).toList();
    }

    private static List<String> statuses(TestClient client, String id) throws Exception {
        JsonNode submission = TestClient.json(client.get("/api/v1/submissions/" + id));
        List<String> history = submission
                .get("history")
                .valueStream()
                .map(h -> h.get("status").asString())
                .toList();
        assertThat(submission.get("status").asString()).isEqualTo(history.getLast());
        return history;
    }

    /** The receipt, after openssl found its signature good. */
    private JsonNode verifiedReceipt(JsonNode answer) throws Exception {
        Path json = Files.write(
                dir.resolve("receipt.json"),
                Base64.getDecoder().decode(answer.get("receipt").asString()));
        Path signature = Files.write(
                dir.resolve("receipt.json.p7s"),
                Base64.getDecoder().decode(answer.get("signature").asString()));
        Path anchors = Files.writeString(dir.resolve("anchors.pem"), pem());
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-content",
                        json.toString(),
                        "-CAfile",
                        anchors.toString(),
                        "-purpose",
                        "any",
                        "-out",
                        dir.resolve("verified.json").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(openssl.exitValue()).as(said).isZero();
        assertThat(TestClient.CONTRACT.faults(
                        TestClient.CONTRACT.api().at("/components/schemas/Receipt"), Files.readString(json)))
                .isEmpty();
        return new JsonMapper().readTree(Files.readAllBytes(json));
    }

    private static String pem() throws Exception {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate anchor : TestPeople.CA.anchors()) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(anchor.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }
}
