package id.espm.sandbox.judge;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * DSS's way to OCSP, CRL and issuer certificates, bounded to this machine: a certificate in a hostile document must
 * not make the judge call an address of its choice. Names are not resolved and redirects not followed.
 */
final class LoopbackDataLoader implements DataLoader {
    private static final long serialVersionUID = 1L;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 8 << 20;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private final transient HttpClient client;
    private volatile String contentType;

    LoopbackDataLoader(HttpClient client, String contentType) {
        this.client = client;
        this.contentType = contentType;
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    @Override
    public byte[] get(String url) {
        return send(request(url).GET().build());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSException last = new DSSException("no address given");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        HttpRequest.Builder request = request(url).POST(HttpRequest.BodyPublishers.ofByteArray(content));
        return send(request.header("Content-Type", contentType).build());
    }

    /** Asked for by DSS's interface. */
    @Override
    public void setContentType(String value) {
        contentType = value;
    }

    private static HttpRequest.Builder request(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new DSSException("not an address: " + url, e);
        }
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !LOOPBACK.contains(uri.getHost())) {
            throw new DSSException("only loopback is asked, not " + url);
        }
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request,
                    info -> HttpResponse.BodySubscribers.limiting(
                            HttpResponse.BodySubscribers.ofByteArray(), MAX_BYTES));
            if (response.statusCode() != 200) {
                throw new DSSException(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new DSSException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSException("interrupted", e);
        }
    }
}
