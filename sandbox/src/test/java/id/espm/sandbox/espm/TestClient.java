package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.contract.Contract;
import id.espm.sandbox.contract.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks docs/api/espm.yaml with the JDK's HTTP client, and holds every answer against it. */
final class TestClient {
    static final Contract CONTRACT = Contract.load();

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NOTHING = {};
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private String accessToken = "none";

    TestClient(URI base) {
        this.base = base;
    }

    TestClient login(String username) throws Exception {
        HttpResponse<String> response = postSession(username, TestPeople.PASSWORD);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        accessToken = json(response).get("accessToken").asString();
        return this;
    }

    HttpResponse<String> postSession(String username, String password) throws Exception {
        return post("/api/v1/session", Map.of("username", username, "password", password));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path), "GET", NOTHING);
    }

    HttpResponse<String> post(String path, Object body, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, "POST", JSON.writeValueAsBytes(body));
    }

    /** Has a new security code mailed. */
    HttpResponse<String> mailToken(String id) throws Exception {
        return send(request("/api/v1/submissions/" + id + "/token"), "POST", NOTHING);
    }

    /** What the client would say of this bundle. */
    static Map<String, Object> declaration(TestBundle bundle, byte[] bytes) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String member : List.of("jenis", "satker", "kppn", "tahun", "nomor")) {
            body.put(member, bundle.paket.get(member));
        }
        body.put("fileName", "paket.asice");
        body.put("size", bytes.length);
        body.put("sha256", TestBundle.hex(bytes));
        body.put("certificateSerial", bundle.officials.getLast().serial().toString(16));
        return body;
    }

    HttpResponse<String> announce(Map<String, Object> declaration) throws Exception {
        return post(
                "/api/v1/submissions",
                declaration,
                "Idempotency-Key",
                declaration.get("sha256").toString());
    }

    /** Announces a bundle that must be welcome. */
    JsonNode announced(TestBundle bundle, byte[] bytes) throws Exception {
        HttpResponse<String> response = announce(declaration(bundle, bytes));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    HttpResponse<String> head(String uploadUrl) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uploadUrl))
                .header("Authorization", "Bearer " + accessToken)
                .header("Tus-Resumable", "1.0.0");
        return send(request, "HEAD", NOTHING);
    }

    HttpResponse<String> patch(String uploadUrl, long offset, byte[] chunk, String... headers) throws Exception {
        HttpRequest.Builder request = patchRequest(uploadUrl, offset);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, "PATCH", chunk);
    }

    HttpRequest.Builder patchRequest(String uploadUrl, long offset) {
        return HttpRequest.newBuilder(URI.create(uploadUrl))
                .header("Authorization", "Bearer " + accessToken)
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(offset));
    }

    /** Uploads in chunks with checksums. */
    void upload(String uploadUrl, byte[] bytes, int chunkSize) throws Exception {
        for (int at = 0; at < bytes.length; at += chunkSize) {
            byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunkSize));
            HttpResponse<String> response = patch(uploadUrl, at, chunk, "Upload-Checksum", checksum(chunk));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        }
    }

    static String checksum(byte[] chunk) {
        return "sha256 " + Base64.getEncoder().encodeToString(TestBundle.sha256(chunk));
    }

    HttpResponse<String> complete(String id, String token) throws Exception {
        return post("/api/v1/submissions/" + id + "/complete", token.isEmpty() ? Map.of() : Map.of("token", token));
    }

    String accessToken() {
        return accessToken;
    }

    URI base() {
        return base;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Name of the problem, or the status of what is none. */
    static String problem(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Problem-Type")
                .map(urn -> urn.replace("urn:espm:problem:", ""))
                .orElse("status " + response.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + accessToken);
    }

    /** Sends a request and holds it and its answer against the contract. */
    static HttpResponse<String> send(HttpRequest.Builder request, String method, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest sent = request.method(method, publisher).build();
        HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
        CONTRACT.check(new Exchange(
                method,
                sent.uri().getPath(),
                Optional.ofNullable(sent.uri().getRawQuery()),
                new Exchange.Message(sent.headers().map(), body),
                response.statusCode(),
                new Exchange.Message(response.headers().map(), response.body().getBytes(StandardCharsets.UTF_8))));
        return response;
    }
}
