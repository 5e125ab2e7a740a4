package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UploadTest {
    @TempDir
    Path dir;

    private final byte[] bytes = new byte[300_000];
    private TestEspm espm;
    private TestClient operator;
    private String url;
    private String id;

    @BeforeEach
    void announce() throws Exception {
        new Random(7).nextBytes(bytes);
        espm = new TestEspm(dir);
        operator = espm.operator();
        JsonNode submission = operator.announced(TestBundle.spm("00123A", TestPeople.PPSPM), bytes);
        url = submission.get("uploadUrl").asString();
        id = submission.get("id").asString();
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void theServerTellsWhatItSpeaks() throws Exception {
        HttpResponse<String> response =
                TestClient.send(HttpRequest.newBuilder(URI.create(url)), "OPTIONS", new byte[0]);

        assertThat(response.headers().firstValue("Tus-Extension")).hasValue("checksum,expiration");
        assertThat(response.headers().firstValue("Tus-Checksum-Algorithm")).hasValue("sha256");
    }

    @Test
    void anUploadGoesOnAfterTheConnectionWasCut() throws Exception {
        cutAfter(100_000, "");
        await().atMost(Duration.ofSeconds(10)).until(() -> offset() == 100_000);

        assertThat(operator.patch(url, 100_000, Arrays.copyOfRange(bytes, 100_000, bytes.length))
                        .statusCode())
                .isEqualTo(204);

        assertThat(dir.resolve("uploads").resolve(id + ".bin")).hasBinaryContent(bytes);
    }

    @Test
    void aCutChunkWithAChecksumDoesNotCount() throws Exception {
        cutAfter(100_000, "Upload-Checksum: " + TestClient.checksum(bytes) + "\r\n");

        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> offset() == 0);
        operator.upload(url, bytes, 70_000);
        assertThat(dir.resolve("uploads").resolve(id + ".bin")).hasBinaryContent(bytes);
    }

    @Test
    void acknowledgedBytesSurviveARestart() throws Exception {
        operator.patch(url, 0, Arrays.copyOf(bytes, 123_456));
        espm.close();
        espm = new TestEspm(dir);

        String newUrl = espm.server.address() + URI.create(url).getPath();
        assertThat(espm.operator().head(newUrl).headers().firstValueAsLong("Upload-Offset"))
                .hasValue(123_456);
    }

    @Test
    void aWrongChecksumLeavesTheOffsetWhereItWas() throws Exception {
        HttpResponse<String> response =
                operator.patch(url, 0, bytes, "Upload-Checksum", TestClient.checksum(new byte[] {1}));

        assertThat(response.statusCode()).isEqualTo(460);
        assertThat(TestClient.problem(response)).isEqualTo("checksum-mismatch");
        assertThat(offset()).isZero();
    }

    @Test
    void aWrongOffsetIsAConflictThatTellsTheRightOne() throws Exception {
        operator.patch(url, 0, Arrays.copyOf(bytes, 1000));

        HttpResponse<String> response = operator.patch(url, 500, Arrays.copyOf(bytes, 1000));

        assertThat(TestClient.problem(response)).isEqualTo("offset-conflict");
        assertThat(TestClient.json(response).get("offset").asLong()).isEqualTo(1000);
        assertThat(response.headers().firstValueAsLong("Upload-Offset")).hasValue(1000);
    }

    @Test
    void nothingBeyondTheLengthIsKept() throws Exception {
        operator.patch(url, 0, Arrays.copyOf(bytes, 299_000));

        HttpResponse<String> response = operator.patch(url, 299_000, new byte[1001]);

        assertThat(TestClient.problem(response)).isEqualTo("too-large");
        assertThat(offset()).isEqualTo(299_000);
        assertThat(dir.resolve("uploads").resolve(id + ".bin")).hasSize(299_000);
    }

    @Test
    void whatIsNotTusIsRefused() throws Exception {
        assertThat(TestClient.problem(operator.patch(url, 0, bytes, "Upload-Checksum", "md5 abc")))
                .isEqualTo("invalid-request");
        assertThat(TestClient.problem(operator.patch(url, -1, bytes))).isEqualTo("invalid-request");
        assertThat(status("Tus-Resumable", "0.2.2")).isEqualTo(412);
        assertThat(status("Content-Type", "application/octet-stream")).isEqualTo(415);
        assertThat(offset()).isZero();
    }

    @Test
    void anUnfinishedUploadExpiresAndCanBeBegunAnew() throws Exception {
        operator.patch(url, 0, Arrays.copyOf(bytes, 1000));
        assertThat(operator.head(url).headers().firstValue("Upload-Expires")).isPresent();
        espm.clock.pass(Duration.ofDays(2));
        operator = espm.operator();

        assertThat(TestClient.problem(operator.head(url))).isEqualTo("upload-expired");
        assertThat(TestClient.problem(operator.patch(url, 1000, new byte[1]))).isEqualTo("upload-expired");

        operator.announce(TestClient.declaration(TestBundle.spm("00123A", TestPeople.PPSPM), bytes));
        assertThat(offset()).isZero();
    }

    @Test
    void completingTooEarlyTellsWhatIsThere() throws Exception {
        operator.patch(url, 0, Arrays.copyOf(bytes, 1000));

        HttpResponse<String> response = operator.complete(id, espm.code(id));

        assertThat(TestClient.problem(response)).isEqualTo("upload-incomplete");
        assertThat(TestClient.json(response).get("offset").asLong()).isEqualTo(1000);
    }

    private long offset() throws Exception {
        return operator.head(url).headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    private int status(String header, String value) throws Exception {
        return TestClient.send(operator.patchRequest(url, 0).setHeader(header, value), "PATCH", bytes)
                .statusCode();
    }

    /** Announces all bytes, sends some and hangs up. */
    private void cutAfter(int sent, String header) throws Exception {
        URI address = URI.create(url);
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "PATCH " + address.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort()
                    + "\r\nAuthorization: Bearer " + operator.accessToken()
                    + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n" + header
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + bytes.length
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, sent);
            out.flush();
        }
    }
}
