package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.judge.Revocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server with the people of {@link TestPeople}, and what tests do with it again and again. */
final class TestEspm implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("Kode keamanan: (\\d{6})");

    final TestClock clock = new TestClock();
    final EspmServer server;

    TestEspm(Path dataDir) throws IOException {
        this(dataDir, limits -> limits);
    }

    TestEspm(Path dataDir, UnaryOperator<EspmLimits.Builder> limits) throws IOException {
        server = EspmServer.start(EspmServerConfig.builder(
                        dataDir,
                        TestPeople.CA.anchors(),
                        TestPeople.accounts(),
                        new ReceiptKey(TestPeople.RECEIPTS.privateKey(), TestPeople.RECEIPTS.chain()))
                .clock(clock)
                .limits(limits.apply(EspmLimits.builder()).build())
                .revocation(Revocation.NOT_REQUIRED)
                .build());
    }

    TestClient client() {
        return new TestClient(server.address());
    }

    TestClient operator() throws Exception {
        return client().login("operator");
    }

    /** All mails about a submission, oldest first. */
    List<String> mails(String id) throws IOException {
        return mails(server.mailbox(), id);
    }

    private static List<String> mails(Path mailbox, String id) throws IOException {
        try (Stream<Path> files = Files.list(mailbox)) {
            return files.filter(f -> f.getFileName().toString().endsWith(id + ".eml"))
                    .sorted()
                    .map(TestEspm::read)
                    .toList();
        }
    }

    /** The code that was mailed last. */
    String code(String id) throws IOException {
        return code(server.mailbox(), id);
    }

    static String code(Path mailbox, String id) throws IOException {
        Matcher code = CODE.matcher(mails(mailbox, id).getLast());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Announces, uploads and completes. */
    HttpResponse<String> send(TestClient client, TestBundle bundle) throws Exception {
        return send(client, bundle, bundle.bytes());
    }

    HttpResponse<String> send(TestClient client, TestBundle bundle, byte[] bytes) throws Exception {
        JsonNode submission = client.announced(bundle, bytes);
        client.upload(submission.get("uploadUrl").asString(), bytes, 1 << 16);
        String id = submission.get("id").asString();
        return client.complete(id, submission.get("tokenRequired").asBoolean() ? code(id) : "");
    }

    @Override
    public void close() {
        server.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
