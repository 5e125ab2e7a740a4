package id.espm.signer.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy on loopback that answers for the whole world: it notes each request line, asks for a login where it should,
 * and answers plain requests itself. For CONNECT it only says whether it would.
 */
final class ProxyStub implements AutoCloseable {
    private static final String END = "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server;
    private final Optional<String> authorization;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private ProxyStub(ServerSocket server, Optional<String> authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /** @param authorization the value of Proxy-Authorization that it wants; empty: it serves everyone */
    static ProxyStub start(Optional<String> authorization) throws IOException {
        ProxyStub stub = new ProxyStub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), authorization);
        stub.threads.execute(stub::serve);
        return stub;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines, in their order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> answer(socket));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            requests.add(in.readLine());
            boolean known = authorization.isEmpty();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                known |= line.equalsIgnoreCase("Proxy-Authorization: " + authorization.orElse(""));
            }
            OutputStream out = socket.getOutputStream();
            out.write(reply(known).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reply(boolean known) {
        if (!known) {
            return "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"kantor\"\r\n" + END;
        }
        return requests.getLast().startsWith("CONNECT ")
                ? "HTTP/1.1 502 No way\r\n" + END
                : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nproxy";
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
