package id.espm.signer.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.espm.sandbox.ca.service.TimeStampAuthority;
import id.espm.signer.Officials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TSA on loopback that answers as a test wants it to. */
public final class TsaStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    private TsaStub(HttpServer server) {
        this.server = server;
    }

    /** What is done with a query. */
    public interface Behaviour {
        void answer(HttpExchange exchange, byte[] query) throws IOException, InterruptedException;
    }

    /** What the practice CA's own authority answers, after a change to what it is asked. */
    public interface Change {
        byte[] of(byte[] bytes) throws IOException;
    }

    public static TsaStub behaving(Behaviour behaviour) throws IOException {
        TsaStub stub = new TsaStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.setExecutor(stub.threads);
        stub.server.createContext("/", exchange -> {
            try (exchange) {
                behaviour.answer(exchange, exchange.getRequestBody().readAllBytes());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        stub.server.start();
        return stub;
    }

    /** An honest authority. */
    public static TsaStub honest() throws IOException {
        return asked(query -> query);
    }

    /** An honest authority that hears another query than was sent. */
    public static TsaStub asked(Change change) throws IOException {
        TimeStampAuthority authority = new TimeStampAuthority(Officials.ca());
        return behaving((exchange, query) -> reply(exchange, 200, authority.answer(change.of(query))));
    }

    /** An authority whose answers are changed on the way. */
    public static TsaStub answering(Change change) throws IOException {
        TimeStampAuthority authority = new TimeStampAuthority(Officials.ca());
        return behaving((exchange, query) -> reply(exchange, 200, change.of(authority.answer(query))));
    }

    /** Sends headers, and nothing of the body that they announce, until this is closed. */
    public static TsaStub stalling() throws IOException {
        TsaStub[] self = new TsaStub[1];
        self[0] = behaving((exchange, query) -> {
            exchange.sendResponseHeaders(200, 1000);
            self[0].closing.await();
        });
        return self[0];
    }

    public static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
