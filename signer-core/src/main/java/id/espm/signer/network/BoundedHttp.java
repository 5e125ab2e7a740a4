package id.espm.signer.network;

import id.espm.signer.network.NetworkException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** HTTP and HTTPS whose exchanges end in time and fit in memory. Several threads may use one at once. */
public final class BoundedHttp implements AutoCloseable {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final int PROXY_LOGIN_NEEDED = 407;

    private final HttpLimits limits;
    private final ProxySelector proxies;
    private final HttpClient client;

    private BoundedHttp(HttpLimits limits, HttpClient.Redirect redirect, Proxies proxies) {
        this.limits = limits;
        this.proxies = proxies.selector();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(redirect)
                .sslContext(new OnDemandTls())
                .sslParameters(OnDemandTls.parameters())
                .proxy(this.proxies);
        proxies.authenticator().ifPresent(builder::authenticator);
        this.client = builder.build();
    }

    /** Goes where an answer redirects to, but from HTTPS to HTTP: for public data that carries its own signature. */
    public static BoundedHttp following(HttpLimits limits) {
        return following(limits, Proxies.system());
    }

    /** As {@link #following(HttpLimits)}, by a chosen proxy. */
    public static BoundedHttp following(HttpLimits limits, Proxies proxies) {
        return new BoundedHttp(limits, HttpClient.Redirect.NORMAL, proxies);
    }

    /** Stays at the address that was named: for what carries a login. */
    public static BoundedHttp staying(HttpLimits limits) {
        return staying(limits, Proxies.system());
    }

    /** As {@link #staying(HttpLimits)}, by a chosen proxy. */
    public static BoundedHttp staying(HttpLimits limits, Proxies proxies) {
        return new BoundedHttp(limits, HttpClient.Redirect.NEVER, proxies);
    }

    /** Fetches what stands at an address. */
    public HttpAnswer get(URI address) throws NetworkException {
        return get(address, Map.of());
    }

    /**
     * As {@link #get(URI)}.
     *
     * @param headers further ones, or such as take the place of the client's own
     */
    public HttpAnswer get(URI address, Map<String, String> headers) throws NetworkException {
        HttpRequest.Builder request = request(address).GET();
        headers.forEach(request::header);
        return send(address, request);
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

    /**
     * Takes the next proxy where one cannot be reached, for the client takes the first one alone. What was not connected was
     * not sent, so a POST may go again.
     */
    private HttpAnswer send(URI address, HttpRequest.Builder request) throws NetworkException {
        List<Proxy> ways = ways(address);
        for (int left = ways.size(); ; left--) {
            try {
                return exchange(address, request.build());
            } catch (NetworkException e) {
                Proxy taken = ways.getFirst();
                Optional<IOException> unconnected = unconnected(e);
                if (left <= 1 || taken.type() == Proxy.Type.DIRECT || unconnected.isEmpty()) {
                    throw e;
                }
                proxies.connectFailed(address, taken.address(), unconnected.get());
                ways = ways(address);
                if (ways.getFirst().equals(taken)) {
                    throw e;
                }
            }
        }
    }

    private List<Proxy> ways(URI address) throws NetworkException {
        try {
            return proxies.select(address);
        } catch (UncheckedIOException e) {
            throw explain(address, e);
        }
    }

    private static Optional<IOException> unconnected(NetworkException failure) {
        return failure.getCause() instanceof ConnectException
                        || failure.getCause() instanceof HttpConnectTimeoutException
                ? Optional.of((IOException) failure.getCause())
                : Optional.empty();
    }

    /**
     * The client's own time limit ends with the headers of an answer, so the whole exchange is waited for here; on a thread of
     * its own, for {@link HttpClient#sendAsync} would wait for one of the common pool, which others may keep busy.
     */
    private HttpAnswer exchange(URI address, HttpRequest request) throws NetworkException {
        FutureTask<HttpResponse<byte[]>> exchange = new FutureTask<>(() -> client.send(
                request, info -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), limits.maxBytes())));
        Thread.startVirtualThread(exchange);
        try {
            HttpResponse<byte[]> response = exchange.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == PROXY_LOGIN_NEEDED) {
                throw new NetworkException(Kind.PROXY_LOGIN_REFUSED, address, "HTTP 407", null);
            }
            Optional<Instant> date = response.headers().firstValue("Date").flatMap(BoundedHttp::date);
            return new HttpAnswer(address, response.statusCode(), response.body(), date, retryAfter(response, date));
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
        // The client wraps once more what a selector of proxies throws after a redirect.
        Optional<UncheckedIOException> unknown = Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .filter(UncheckedIOException.class::isInstance)
                .map(UncheckedIOException.class::cast)
                .findFirst();
        if (unknown.isPresent()) {
            Kind kind = Thread.currentThread().isInterrupted() ? Kind.INTERRUPTED : Kind.PROXY_UNKNOWN;
            IOException why = Objects.requireNonNull(unknown.get().getCause());
            return new NetworkException(kind, address, String.valueOf(why.getMessage()), why);
        }
        boolean network = cause instanceof IOException && cause.getMessage() != null;
        String detail =
                network ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
        return new NetworkException(kind(cause, detail), address, detail, cause);
    }

    private static Kind kind(Throwable cause, String detail) {
        if (detail.contains("too many authentication attempts") || detail.contains("No credentials provided")) {
            return Kind.PROXY_LOGIN_REFUSED;
        }
        if (cause instanceof HttpTimeoutException) {
            return Kind.TOO_SLOW;
        }
        return detail.contains("body exceeds capacity") ? Kind.TOO_LARGE : Kind.UNREACHABLE;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            // A wrong date is no reason to refuse an answer.
            return Optional.empty();
        }
    }

    /** Seconds, or a date by the clock of the service (RFC 9110 §10.2.3). */
    private static Optional<Duration> retryAfter(HttpResponse<?> response, Optional<Instant> date) {
        return response.headers().firstValue("Retry-After").flatMap(text -> {
            if (SECONDS.matcher(text).matches()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant now = date.orElseGet(Instant::now);
            return date(text).map(then -> Duration.between(now, then)).filter(Duration::isPositive);
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
