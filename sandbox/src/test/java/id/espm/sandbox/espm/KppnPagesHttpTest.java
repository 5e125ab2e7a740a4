package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.espm.sandbox.kppn.Verdict;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPPN's pages as whoever speaks HTTP meets them, a browser or not. */
class KppnPagesHttpTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    private TestEspm espm;
    private String id;

    @BeforeEach
    void send() throws Exception {
        espm = new TestEspm(dir);
        id = send(TestBundle.spm("00123A", TestPeople.PPSPM));
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void everyPageComesUnderAStrictPolicy() throws Exception {
        judged();
        for (String path :
                List.of("/kppn/inbox", "/kppn/kiriman/" + id, "/kotak-surat/", "/kppn/kiriman/none", "/kppn/none")) {
            HttpResponse<String> page = get(path);

            assertThat(page.headers().map())
                    .as(path)
                    .containsEntry("content-type", List.of("text/html;charset=utf-8"))
                    .containsEntry(
                            "content-security-policy",
                            List.of("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                                    + " frame-ancestors 'none'"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("cache-control", List.of("no-store"));
            assertThat(page.body())
                    .as(path)
                    .contains("<html lang=\"id\">", "Latihan \u2013 tidak ada yang nyata")
                    .doesNotContain("<script", "style=");
        }
        assertThat(get("/kppn/gaya.css").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    @Test
    void filesComeAsWhatTheyAreAndNothingElse() throws Exception {
        post("/unduh");

        HttpResponse<String> pdf = get("/kppn/kiriman/" + id + "/pdf/1");
        assertThat(pdf.headers().map())
                .containsEntry("content-type", List.of("application/pdf"))
                .containsEntry("content-disposition", List.of("inline; filename*=UTF-8''00123A-spm.pdf"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
        HttpResponse<String> adk = get("/kppn/kiriman/" + id + "/adk/0");
        assertThat(adk.body()).isEqualTo("ADK 00123A");
        assertThat(adk.headers().map())
                .containsEntry("content-type", List.of("application/octet-stream"))
                .containsEntry("content-disposition", List.of("attachment; filename*=UTF-8''00123A.zip"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"));
        assertThat(get("/kppn/kiriman/" + id + "/pdf/0").statusCode()).isEqualTo(404);
        assertThat(get("/kppn/kiriman/" + id + "/adk/99999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void beforeTheDownloadNobodyGetsAnAdk() throws Exception {
        for (String path : List.of("/adk/0", "/paket", "/konversi")) {
            HttpResponse<String> page = get("/kppn/kiriman/" + id + path);

            assertThat(page.statusCode()).as(path).isEqualTo(409);
            assertThat(page.body()).contains("Tekan Unduh lebih dahulu.");
        }
        assertThat(get("/kppn/kiriman/" + id + "/pdf/1").statusCode()).isEqualTo(200);
    }

    @Test
    void textsOfABundleAreNeverMarkup() throws Exception {
        String name = "\"><script>alert('1')</script>\u202efdp.exe & \u0645";
        id = send(TestBundle.spm("00124A", TestPeople.PPSPM)
                .dokumen(0, "name", name)
                .dokumen(1, "name", name));
        judged();
        post("/unduh");

        for (String path : List.of("", "/konversi")) {
            String page = get("/kppn/kiriman/" + id + path).body();
            assertThat(page)
                    .contains(
                            "<bdi>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\u202efdp.exe &amp; \u0645</bdi>")
                    .doesNotContain("<script");
        }
        assertThat(get("/kppn/kiriman/" + id + "/pdf/1")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .isEqualTo("inline; filename*=UTF-8''%22%3E%3Cscript%3Ealert%28%271%27%29%3C%2Fscript%3E"
                        + "%E2%80%AEfdp.exe%20%26%20%D9%85");
    }

    @Test
    void aServerUnderMaintenanceSaysSoInTheSameLook() throws Exception {
        espm.server.startMaintenance(Duration.ofMinutes(1));

        HttpResponse<String> page = get("/kppn/inbox");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>Sedang dalam pemeliharaan</h1>");
    }

    @Nested
    class FormsOfOthers {
        @Test
        void areRefusedWhereverTheyComeFrom() throws Exception {
            String own = espm.server.address().toString();
            assertThat(post("/unduh", "").statusCode()).isEqualTo(403);
            assertThat(post("/unduh", "", "Origin", "https://example.org").statusCode())
                    .isEqualTo(403);
            assertThat(post("/unduh", "", "Origin", "null").statusCode()).isEqualTo(403);
            assertThat(post("/unduh", "", "Origin", own, "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post("/tolak", "alasan=x", "Origin", "http://localhost:1")
                            .body())
                    .contains("<h1>Permintaan ditolak</h1>");

            assertThat(status()).isEqualTo("SENT");
        }

        @Test
        void andSoAreOtherNamesOfThisMachine() throws Exception {
            String answer = raw("GET /kppn/inbox HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("alamat loopback")
                    .doesNotContain("00123A");
        }
    }

    @Nested
    class WrongSteps {
        @Test
        void anUnknownSubmissionIsNotFound() throws Exception {
            id = "tidak-ada";

            assertThat(get("/kppn/kiriman/" + id).statusCode()).isEqualTo(404);
            assertThat(post("/unduh").statusCode()).isEqualTo(404);
            assertThat(post("/unduh").body()).contains("<h1>Tidak ditemukan</h1>");
        }

        @Test
        void eachStepHasItsStates() throws Exception {
            assertThat(post("/konversi").statusCode()).isEqualTo(409);
            assertThat(post("/selesai").statusCode()).isEqualTo(409);
            assertThat(post("/unduh").statusCode()).isEqualTo(303);
            assertThat(post("/unduh").body())
                    .contains("Keadaan kiriman sudah berubah", "Diterima KPPN", "operator lain");
            assertThat(post("/konversi").statusCode()).isEqualTo(303);
            assertThat(post("/konversi").statusCode()).isEqualTo(409);
            assertThat(post("/span").statusCode()).isEqualTo(303);
            assertThat(post("/konversi").statusCode()).isEqualTo(409);
            assertThat(post("/selesai").statusCode()).isEqualTo(303);
            assertThat(post("/tolak", "alasan=terlambat", "Origin", own()).statusCode())
                    .isEqualTo(409);
            assertThat(status()).isEqualTo("DONE");
        }

        @Test
        void ofManyOperatorsAtOnceOneDownloadsAndTheOthersAreTold() throws Exception {
            List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clicks.add(() -> post("/unduh"));
            }
            List<Integer> codes = new ArrayList<>();
            try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<HttpResponse<String>> click : operators.invokeAll(clicks)) {
                    codes.add(click.get().statusCode());
                }
            }

            assertThat(codes).containsExactlyInAnyOrder(303, 409, 409, 409);
            assertThat(dir.resolve("kppn").resolve(id)).isDirectory();
            assertThat(dir.resolve("kppn")).isDirectoryNotContaining("glob:**/.*");
        }

        @Test
        void aReasonIsAskedForAndBounded() throws Exception {
            assertThat(post("/tolak", "alasan=+%0d%0a", "Origin", own()).body())
                    .contains("Alasan penolakan harus diisi");
            HttpResponse<String> tooLong = post("/tolak", "alasan=" + "a".repeat(501), "Origin", own());
            assertThat(tooLong.statusCode()).isEqualTo(422);
            assertThat(tooLong.body()).contains("terlalu panjang: 501 huruf", "a".repeat(501));
            assertThat(post("/tolak", "alasan=" + "a".repeat(2 << 20), "Origin", own())
                            .statusCode())
                    .isEqualTo(400);

            assertThat(status()).isEqualTo("SENT");
        }
    }

    @Nested
    class Judging {
        @Test
        void isDoneOnceAndKeptOverARestart() throws Exception {
            judged();
            Path kept = dir.resolve("verdicts").resolve(id + ".json");
            String before = Files.readString(kept);
            espm.close();
            espm = new TestEspm(dir);

            assertThat(judged().judgement().signatures()).isNotEmpty();
            get("/kppn/kiriman/" + id);
            post("/unduh");

            assertThat(kept).hasContent(before);
            assertThat(dir.resolve("kppn").resolve(id).resolve("verdict.json")).hasContent(before);
        }

        @Test
        void isDoneAnewWhenItIsAskedFor() throws Exception {
            Verdict.Judged first = judged();
            espm.clock.pass(Duration.ofMinutes(5));

            assertThat(post("/periksa").statusCode()).isEqualTo(303);

            assertThat(judged().at()).isAfter(first.at().plusSeconds(299));
        }

        @Test
        void aVerdictThatCannotBeReadIsMadeAnew() throws Exception {
            judged();
            Path kept = dir.resolve("verdicts").resolve(id + ".json");
            espm.close();
            Files.writeString(kept, "{\"signatures\": 1");
            espm = new TestEspm(dir);

            assertThat(judged().judgement().signatures()).isNotEmpty();
        }

        @Test
        void aBundleThatWasSpoiltInTheStoreIsToldAndNotDownloaded() throws Exception {
            Files.writeString(dir.resolve("uploads").resolve(id + ".bin"), "rusak");

            await().untilAsserted(
                            () -> assertThat(get("/kppn/kiriman/" + id).body()).contains("tidak dapat diperiksa"));
            assertThat(post("/unduh").body()).contains("<h1>Paket tidak dapat dibuka</h1>");
            assertThat(get("/kppn/kiriman/" + id + "/pdf/1").statusCode()).isEqualTo(422);
            assertThat(status()).isEqualTo("SENT");
        }
    }

    private Verdict.Judged judged() {
        return (Verdict.Judged) await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> espm.server
                                .kppn()
                                .verdict(espm.server.kppn().find(id).orElseThrow()),
                        Verdict.Judged.class::isInstance);
    }

    private String send(TestBundle bundle) throws Exception {
        HttpResponse<String> accepted = espm.send(espm.operator(), bundle);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        return espm.server.kppn().inbox().getFirst().id();
    }

    private String status() throws Exception {
        return TestClient.json(espm.operator().get("/api/v1/submissions/" + id))
                .get("status")
                .asString();
    }

    private String own() {
        return espm.server.address().toString();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create(espm.server.address() + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** As our own page would. */
    private HttpResponse<String> post(String step) throws Exception {
        return post(step, "", "Origin", own(), "Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> post(String step, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(espm.server.address() + "/kppn/kiriman/" + id + step))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", espm.server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
