package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.kppn.InboxItem;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ManyClientsTest {
    private static final int CLIENTS = 50;

    @TempDir
    Path dir;

    @Test
    void fiftyUploadsAtOnceAllArriveWholeAndOnce() throws Exception {
        try (TestEspm espm = new TestEspm(dir);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            TestClient operator = espm.operator();
            byte[] pdf = TestPdf.create("SPM");
            List<Callable<HttpResponse<String>>> clients = new ArrayList<>();
            List<String> hashes = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String nomor = "%05dA".formatted(i);
                TestBundle bundle = new TestBundle("SPM", "527010", List.of(nomor), TestPeople.PPSPM)
                        .adk(nomor + ".zip", nomor.getBytes(java.nio.charset.StandardCharsets.UTF_8), List.of(nomor))
                        .lampiran(nomor + ".pdf", pdf, List.of(nomor));
                byte[] bytes = bundle.bytes();
                hashes.add(TestBundle.hex(bytes));
                clients.add(() -> espm.send(operator, bundle, bytes));
            }

            for (Future<HttpResponse<String>> client : threads.invokeAll(clients)) {
                assertThat(client.get().statusCode()).as(client.get().body()).isEqualTo(200);
            }

            assertThat(espm.server.kppn().inbox())
                    .extracting(InboxItem::sha256)
                    .containsExactlyInAnyOrderElementsOf(hashes);
        }
    }

    @Test
    void ofTenCompletionsAtOnceOneAcceptsAndAllGetItsReceipt() throws Exception {
        try (TestEspm espm = new TestEspm(dir);
                ExecutorService threads = Executors.newFixedThreadPool(10)) {
            TestClient operator = espm.operator();
            TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
            byte[] bytes = bundle.bytes();
            JsonNode submission = operator.announced(bundle, bytes);
            String id = submission.get("id").asString();
            operator.upload(submission.get("uploadUrl").asString(), bytes, bytes.length);
            String code = espm.code(id);
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                calls.add(() -> operator.complete(id, code).body());
            }

            List<String> answers = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }

            assertThat(answers).containsOnly(answers.getFirst());
            assertThat(answers.getFirst()).contains("\"receipt\"");
        }
    }

    @Test
    void ofFiveBundlesWithOneNumberOneIsAccepted() throws Exception {
        try (TestEspm espm = new TestEspm(dir);
                ExecutorService threads = Executors.newFixedThreadPool(5)) {
            TestClient operator = espm.operator();
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
                byte[] bytes = bundle.bytes();
                JsonNode submission = operator.announced(bundle, bytes);
                String id = submission.get("id").asString();
                operator.upload(submission.get("uploadUrl").asString(), bytes, bytes.length);
                calls.add(() -> TestClient.problem(operator.complete(id, espm.code(id))));
            }

            List<String> answers = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }

            assertThat(answers)
                    .containsExactlyInAnyOrder(
                            "status 200", "duplicate-spm", "duplicate-spm", "duplicate-spm", "duplicate-spm");
        }
    }
}
