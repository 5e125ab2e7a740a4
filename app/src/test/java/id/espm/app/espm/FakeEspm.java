package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.contract.Contract;
import id.espm.sandbox.contract.Exchange;
import id.espm.sandbox.espm.receipt.Receipt;
import id.espm.sandbox.espm.receipt.ReceiptSigner;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.signer.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** eSPM with one account and one submission, which keeps to the contract except where a test has it fail. */
final class FakeEspm extends Dispatcher {
    static final String ID = "01jd8x4mz0q2c7t5";
    static final String TOKEN = "482913";
    static final String ACCESS = "kq3v0m9nB1l6iS7rXyZt2w";
    static final String PASSWORD = "rahasia1";

    private static final Contract CONTRACT = Contract.load();
    private static final JsonMapper JSON = new JsonMapper();

    /** One call that goes otherwise. {@code applied}: the server does what it was asked, only its answer is this one. */
    private record Fault(String call, boolean applied, MockResponse answer) {}

    final MockWebServer server = new MockWebServer();
    /** Every call in order: method, last part of the path, and the offset of an upload. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** What the client sent that is not as the contract has it. */
    final List<String> offContract = new CopyOnWriteArrayList<>();

    final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Deque<String> tokens = new ArrayDeque<>(List.of(TOKEN));
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    boolean tokenRequired;
    int triesLeft = 2;
    int acceptances;
    String uploadBase = "";
    String status = "SENT";
    UnaryOperator<Receipt> receiptChange = receipt -> receipt;
    UnaryOperator<StoredReceipt> signedChange = signed -> signed;
    ReceiptSigner receiptSigner = new ReceiptSigner(TestPki.RECEIPTS.privateKey(), TestPki.RECEIPTS.chain());
    private JsonNode declaration = JSON.nullNode();
    private StoredReceipt accepted = new StoredReceipt(new byte[0], new byte[0]);

    FakeEspm() throws IOException {
        server.setDispatcher(this);
    }

    FakeEspm start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    byte[] received() {
        return received.toByteArray();
    }

    /** The server got these bytes some time before. */
    void alreadyHas(byte[] content, int count) {
        received.write(content, 0, count);
    }

    /** The next such call is answered so, and does nothing. */
    void fail(String call, MockResponse answer) {
        faults.add(new Fault(call, false, answer));
    }

    /** The next such call is carried out, but its answer gets lost. */
    void loseAnswer(String call) {
        MockResponse lost = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        faults.add(new Fault(call, true, lost));
    }

    static MockResponse problem(int code, String type) {
        return problem(code, type, Map.of());
    }

    static MockResponse problem(int code, String type, Map<String, Object> members) {
        Map<String, Object> body = new LinkedHashMap<>(members);
        body.put("type", "urn:espm:problem:" + type);
        body.put("title", "x");
        body.put("status", code);
        body.put("detail", "Keterangan dari eSPM.");
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/problem+json")
                .addHeader("Problem-Type", "urn:espm:problem:" + type)
                .body(JSON.writeValueAsString(body))
                .build();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String call = request.getMethod() + " " + path.substring(path.lastIndexOf('/') + 1);
        boolean patch = request.getMethod().equals("PATCH");
        offContract.addAll(CONTRACT.faultsOfRequest(exchange(request)));
        String logged = patch ? call + " " + request.getHeaders().get("Upload-Offset") : call;
        calls.add(logged);
        for (Fault fault : faults) {
            if (logged.startsWith(fault.call())) {
                faults.remove(fault);
                if (fault.applied()) {
                    apply(request, call, path);
                }
                return fault.answer();
            }
        }
        return apply(request, call, path);
    }

    private MockResponse apply(RecordedRequest request, String call, String path) {
        JsonNode body = body(request);
        bodies.add(body);
        if (call.equals("POST session")) {
            boolean right = body.path("password").asString("").equals(PASSWORD);
            return right
                    ? json(200, Map.of("accessToken", ACCESS, "expiresAt", "2026-11-22T09:00:00Z"))
                    : problem(401, "bad-credentials");
        }
        if (!("Bearer " + ACCESS).equals(request.getHeaders().get("Authorization"))) {
            return problem(401, "session-expired");
        }
        return switch (call) {
            case "POST submissions" -> announce(request, body);
            case "POST complete" -> complete(body);
            case "POST token" -> mailToken();
            case "GET receipt" -> acceptances > 0 ? receipt() : problem(404, "not-found");
            default -> path.contains("/uploads/") ? upload(request) : status();
        };
    }

    private static Exchange exchange(RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        return new Exchange(
                request.getMethod(),
                request.getUrl().encodedPath(),
                Optional.ofNullable(request.getUrl().encodedQuery()),
                new Exchange.Message(request.getHeaders().toMultimap(), body),
                0,
                new Exchange.Message(Map.of(), new byte[0]));
    }

    private MockResponse announce(RecordedRequest request, JsonNode body) {
        boolean fresh = declaration.isNull();
        if (!body.path("sha256").asString("").equals(request.getHeaders().get("Idempotency-Key"))) {
            return problem(400, "invalid-request", Map.of("field", "Idempotency-Key"));
        }
        if (!fresh && !declaration.equals(body)) {
            return problem(409, "idempotency-conflict");
        }
        declaration = body;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", ID);
        String base = uploadBase.isEmpty() ? "http://" + request.getHeaders().get("Host") : uploadBase;
        answer.put("uploadUrl", base + "/api/v1/uploads/" + ID);
        answer.put("tokenRequired", tokenRequired);
        answer.put("tokenSentTo", tokenRequired ? "bu***@satker.go.id" : null);
        return json(fresh ? 201 : 200, answer);
    }

    private MockResponse upload(RecordedRequest request) {
        if (!"1.0.0".equals(request.getHeaders().get("Tus-Resumable"))) {
            return problem(412, "tus-version");
        }
        if (request.getMethod().equals("HEAD")) {
            return offset(200)
                    .addHeader("Upload-Length", declaration.path("size").asLong())
                    .build();
        }
        byte[] chunk =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        String checksum =
                "sha256 " + Base64.getEncoder().encodeToString(Sha256.of(chunk).bytes());
        if (!String.valueOf(received.size()).equals(request.getHeaders().get("Upload-Offset"))) {
            return problem(409, "offset-conflict", Map.of("offset", received.size()));
        }
        if (!checksum.equals(request.getHeaders().get("Upload-Checksum"))) {
            return problem(460, "checksum-mismatch", Map.of("offset", received.size()));
        }
        received.writeBytes(chunk);
        return offset(204).build();
    }

    private MockResponse.Builder offset(int code) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Tus-Resumable", "1.0.0")
                .addHeader("Upload-Offset", received.size());
    }

    private MockResponse complete(JsonNode body) {
        if (acceptances > 0) {
            return receipt();
        }
        if (received.size() != declaration.path("size").asLong()) {
            return problem(409, "upload-incomplete", Map.of("offset", received.size()));
        }
        if (tokenRequired && triesLeft == 0) {
            return problem(403, "token-expired");
        }
        if (tokenRequired && !tokens.getLast().equals(body.path("token").asString(""))) {
            triesLeft--;
            return problem(403, "token-wrong", Map.of("triesLeft", triesLeft));
        }
        if (!Sha256.of(received()).hex().equals(declaration.path("sha256").asString())) {
            received.reset();
            return problem(422, "hash-mismatch", Map.of("restart", true));
        }
        acceptances++;
        accepted = signedChange.apply(receiptSigner.sign(receiptChange.apply(receiptOf(declaration))));
        return receipt();
    }

    private static Receipt receiptOf(JsonNode d) {
        List<String> nomor = new ArrayList<>();
        d.path("nomor").forEach(n -> nomor.add(n.asString()));
        return new Receipt(
                ID,
                d.path("sha256").asString(),
                d.path("size").asLong(),
                "2026-11-22T01:03:10Z",
                d.path("jenis").asString(),
                d.path("satker").asString(),
                d.path("kppn").asString(),
                d.path("tahun").asInt(),
                nomor,
                "SENT");
    }

    private MockResponse mailToken() {
        triesLeft = 2;
        tokens.add("77000" + tokens.size());
        return json(200, Map.of("tokenSentTo", "bu***@satker.go.id", "expiresAt", "2026-11-22T01:30:00Z"));
    }

    private MockResponse status() {
        Map<String, Object> answer =
                new LinkedHashMap<>(JSON.convertValue(declaration, new TypeReference<Map<String, Object>>() {}));
        answer.put("id", ID);
        answer.put("status", acceptances > 0 ? status : "SENDING");
        answer.put("history", List.of());
        return json(200, answer);
    }

    private MockResponse receipt() {
        Base64.Encoder base64 = Base64.getEncoder();
        return json(
                200,
                Map.of(
                        "receipt", base64.encodeToString(accepted.json()),
                        "signature", base64.encodeToString(accepted.signature())));
    }

    private static JsonNode body(RecordedRequest request) {
        boolean json = "application/json".equals(request.getHeaders().get("Content-Type"));
        return json && request.getBody() != null
                ? JSON.readTree(request.getBody().toByteArray())
                : JSON.nullNode();
    }

    static MockResponse json(int code, Object body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(JSON.writeValueAsString(body))
                .build();
    }

    @Override
    public void close() {
        server.close();
        assertThat(offContract).as("what the client sent").isEmpty();
    }
}
