package id.espm.signer.network;

import id.espm.signer.network.NetworkException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP and HTTPS whose exchanges end in time and fit in memory. Several threads may use one at once. */
public final class BoundedHttp implements AutoCloseable {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final HttpLimits limits;
    private final HttpClient client;

    private BoundedHttp(HttpLimits limits, HttpClient.Redirect redirect) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(redirect)
                .build();
    }

    /** Goes where an answer redirects to, but from HTTPS to HTTP: for public data that carries its own signature. */
    public static BoundedHttp following(HttpLimits limits) {
        return new BoundedHttp(limits, HttpClient.Redirect.NORMAL);
    }

    /** Stays at the address that was named: for what carries a login. */
    public static BoundedHttp staying(HttpLimits limits) {
        return new BoundedHttp(limits, HttpClient.Redirect.NEVER);
    }

    /** Fetches what stands at an address. */
    public HttpAnswer get(URI address) throws NetworkException {
        return send(address, request(address).GET());
    }

    /**
     * Posts a request.
     *
     * @param headers further ones, among them Content-Type
     */
    public HttpAnswer post(URI address, byte[] body, Map<String, String> headers) throws NetworkException {
        HttpRequest.Builder request = request(address).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(address, request);
    }

    private HttpRequest.Builder request(URI address) throws NetworkException {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
            throw new NetworkException(Kind.ADDRESS_UNUSABLE, address, "not an HTTP address", null);
        }
        return HttpRequest.newBuilder(address).timeout(limits.answer());
    }

    /** The client's own time limit ends with the headers of an answer, so the whole exchange is waited for here. */
    private HttpAnswer send(URI address, HttpRequest.Builder request) throws NetworkException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request.build(), info -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), limits.maxBytes()));
        try {
            HttpResponse<byte[]> response = exchange.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswer(address, response.statusCode(), response.body(), date(response));
        } catch (TimeoutException e) {
            throw new NetworkException(Kind.TOO_SLOW, address, "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException(Kind.INTERRUPTED, address, "", e);
        } catch (ExecutionException e) {
            throw explain(address, e.getCause() == null ? e : e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static NetworkException explain(URI address, Throwable cause) {
        boolean network = cause instanceof IOException && cause.getMessage() != null;
        String detail =
                network ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
        return new NetworkException(kind(cause, detail), address, detail, cause);
    }

    private static Kind kind(Throwable cause, String detail) {
        if (cause instanceof HttpTimeoutException) {
            return Kind.TOO_SLOW;
        }
        return detail.contains("body exceeds capacity") ? Kind.TOO_LARGE : Kind.UNREACHABLE;
    }

    private static Optional<Instant> date(HttpResponse<?> response) {
        return response.headers().firstValue("Date").flatMap(text -> {
            try {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            } catch (DateTimeException e) {
                // A wrong date is no reason to refuse an answer.
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
