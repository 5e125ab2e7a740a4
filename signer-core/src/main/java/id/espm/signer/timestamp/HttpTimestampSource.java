package id.espm.signer.timestamp;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.Problem.TimestampUnavailable.Obstacle;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps over HTTP (RFC 3161 §3.4). Addresses are tried in turn; time and size of each answer are bounded, and no answer is
 * taken unchecked. Whether the authority is to be trusted is judged elsewhere. Several threads may ask at once.
 */
public final class HttpTimestampSource implements TimestampSource, AutoCloseable {
    private static final int MAX_ANSWER = 256 << 10;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final TimestampSettings settings;
    private final Optional<TsaLogin> login;
    private final HttpClient client;
    private volatile int seenTokenSize = ASSUMED_TOKEN_SIZE;

    /** @param login sent to every address; closed with this source */
    public HttpTimestampSource(TimestampSettings settings, Optional<TsaLogin> login) {
        this.settings = settings;
        this.login = login;
        // A login must reach the address that was named and no other.
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Why one address gave no timestamp. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final Obstacle obstacle;

        Failed(Obstacle obstacle, String detail, @Nullable Throwable cause) {
            super(detail, cause);
            this.obstacle = obstacle;
        }
    }

    /** @throws SignerException {@link TimestampUnavailable} with the reason of the last address that was tried */
    @Override
    public byte[] stamp(DigestAlgorithm algorithm, byte[] imprint) throws SignerException {
        List<URI> tried = new ArrayList<>();
        Failed last = new Failed(Obstacle.UNREACHABLE, "", null);
        for (URI address : settings.addresses()) {
            tried.add(address);
            try {
                byte[] token = ask(address, new TimestampQuery(algorithm, imprint, settings.policy()));
                seenTokenSize = token.length;
                return token;
            } catch (Failed e) {
                last = e;
                if (e.obstacle == Obstacle.INTERRUPTED) {
                    break;
                }
            }
        }
        throw new SignerException(
                new TimestampUnavailable(tried, last.obstacle, String.valueOf(last.getMessage())), last);
    }

    /** As large as the last token, which the same authority rarely changes by more than some bytes. */
    @Override
    public int expectedTokenSize() {
        return seenTokenSize;
    }

    private byte[] ask(URI address, TimestampQuery query) throws Failed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(query.encoded()));
        login.ifPresent(l -> request.header("Authorization", l.authorization()));
        HttpResponse<byte[]> response = send(request.build());
        if (response.statusCode() == UNAUTHORIZED || response.statusCode() == FORBIDDEN) {
            throw new Failed(Obstacle.LOGIN_REFUSED, "HTTP " + response.statusCode(), null);
        }
        if (response.statusCode() != OK) {
            throw new Failed(Obstacle.REFUSED, "HTTP " + response.statusCode(), null);
        }
        try {
            return query.token(response.body());
        } catch (TimestampQuery.BadAnswer e) {
            Obstacle obstacle = e.refused() ? Obstacle.REFUSED : Obstacle.INVALID_ANSWER;
            throw new Failed(obstacle, String.valueOf(e.getMessage()), e);
        }
    }

    /** The client's own time limit ends with the headers of an answer, so the whole exchange is waited for here. */
    private HttpResponse<byte[]> send(HttpRequest request) throws Failed {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, info -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), MAX_ANSWER));
        try {
            return exchange.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Failed(Obstacle.TOO_SLOW, "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(Obstacle.INTERRUPTED, "", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean slow = cause instanceof HttpTimeoutException;
            boolean network = cause instanceof IOException;
            throw new Failed(
                    slow ? Obstacle.TOO_SLOW : Obstacle.UNREACHABLE,
                    network && cause.getMessage() != null
                            ? cause.getMessage()
                            : cause.getClass().getSimpleName(),
                    cause);
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        login.ifPresent(TsaLogin::close);
    }
}
