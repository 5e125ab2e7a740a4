package id.espm.signer.augment;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** DSS's way to OCSP responders, CRLs and issuers' certificates: HTTP and HTTPS, bounded in time and size. */
final class BoundedLoader implements DataLoader {
    private static final long serialVersionUID = 1L;
    private static final int OK = 200;

    private final transient HttpClient client;
    private final Duration answer;
    private final int maxBytes;
    private volatile String contentType;

    BoundedLoader(HttpClient client, Duration answer, int maxBytes, String contentType) {
        this.client = client;
        this.answer = answer;
        this.maxBytes = maxBytes;
        this.contentType = contentType;
    }

    @Override
    public byte[] get(String url) {
        return send(request(url).GET().build());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address given");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return send(request(url)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    }

    /** Asked for by DSS's interface. */
    @Override
    public void setContentType(String value) {
        contentType = value;
    }

    private HttpRequest.Builder request(String url) {
        try {
            return HttpRequest.newBuilder(URI.create(url)).timeout(answer);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException("not an HTTP address: " + url, e);
        }
    }

    /** The client's own time limit ends with the headers of an answer, so the whole exchange is waited for here. */
    private byte[] send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, info -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), maxBytes));
        try {
            HttpResponse<byte[]> response = exchange.get(answer.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new DSSExternalResourceException(request.uri() + ": HTTP " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException | TimeoutException e) {
            throw new DSSExternalResourceException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException("interrupted", e);
        } finally {
            exchange.cancel(true);
        }
    }

    /** DSS's interface is serialisable; nobody serialises it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
