package id.espm.app.update;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Serves a release file on this computer, and remembers what it was asked; as an extension, to the end of its test class. */
public final class ReleaseServer implements AutoCloseable, BeforeAllCallback, AfterAllCallback {
    private final HttpServer server;
    /** A class and those nested in it each begin and end. */
    private int depth;

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = new Answer(404, Map.of(), new byte[0]);

    private ReleaseServer(HttpServer server) {
        this.server = server;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * What it was asked.
     *
     * @param headers each with its first value, by names in small letters
     */
    public record Request(String method, String target, Map<String, String> headers) {}

    public static ReleaseServer start() {
        HttpServer server = open();
        ReleaseServer started = new ReleaseServer(server);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            started.requests.add(new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers));
            Answer answer = started.answer;
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.start();
        return started;
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the release file is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/espm-signer/rilis.p7m");
    }

    /** Answers with this from now on. */
    public void serve(byte[] file) {
        answer = new Answer(200, Map.of(), file);
    }

    /** Answers with a status alone. */
    void refuse(int status, Map<String, String> headers) {
        answer = new Answer(status, headers, new byte[0]);
    }

    /** What it was asked, in turn. */
    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        depth++;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        depth--;
        if (depth == 0) {
            close();
        }
    }
}
