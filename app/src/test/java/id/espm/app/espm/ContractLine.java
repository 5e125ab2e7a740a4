package id.espm.app.espm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.espm.sandbox.contract.Contract;
import id.espm.sandbox.contract.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Stands between client and server, passes everything on as it is, and holds both sides against the contract. */
final class ContractLine implements AutoCloseable {
    private static final Set<String> OF_THE_LINE =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "date", "server");

    final Contract contract = Contract.load();
    final List<String> faults = new CopyOnWriteArrayList<>();
    private final OkHttpClient onward = new OkHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer entry;
    private final URI server;

    ContractLine(URI server) throws IOException {
        this.server = server;
        entry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        entry.setExecutor(threads);
        entry.createContext("/", this::carry);
        entry.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entry.getAddress().getPort());
    }

    private void carry(HttpExchange near) throws IOException {
        byte[] sent = near.getRequestBody().readAllBytes();
        String target = near.getRequestURI().toString();
        boolean bodiless = Set.of("GET", "HEAD").contains(near.getRequestMethod());
        Request.Builder request = new Request.Builder()
                .url(server + target)
                .method(near.getRequestMethod(), bodiless ? null : RequestBody.create(sent));
        near.getRequestHeaders().forEach((name, values) -> {
            if (!ofTheLine(name)) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        try (near;
                Response answer = onward.newCall(request.build()).execute()) {
            byte[] body = answer.body().bytes();
            judge(near, sent, answer, body);
            answer.headers().forEach(header -> {
                if (!ofTheLine(header.getFirst())) {
                    near.getResponseHeaders().add(header.getFirst(), header.getSecond());
                }
            });
            near.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                near.getResponseBody().write(body);
            }
        }
    }

    private void judge(HttpExchange near, byte[] sent, Response answer, byte[] body) {
        Exchange exchange = new Exchange(
                near.getRequestMethod(),
                near.getRequestURI().getPath(),
                Optional.ofNullable(near.getRequestURI().getRawQuery()),
                new Exchange.Message(Map.copyOf(near.getRequestHeaders()), sent),
                answer.code(),
                new Exchange.Message(answer.headers().toMultimap(), body));
        contract.faultsOfRequest(exchange).forEach(fault -> faults.add(exchange + ": " + fault));
        contract.faultsOfAnswer(exchange).forEach(fault -> faults.add(exchange + ": " + fault));
    }

    private static boolean ofTheLine(String header) {
        return OF_THE_LINE.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        entry.stop(0);
        threads.shutdownNow();
    }
}
