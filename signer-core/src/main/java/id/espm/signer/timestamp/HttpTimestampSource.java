package id.espm.signer.timestamp;

import id.espm.signer.Caution.ClockDrift;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.Problem.TimestampUnavailable.Obstacle;
import id.espm.signer.SignerException;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.network.NetworkException;
import id.espm.signer.timestamp.ClockComparison.Exchange;
import id.espm.signer.timestamp.TimestampQuery.Granted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Timestamps over HTTP (RFC 3161 §3.4). Addresses are tried in turn, and again where their trouble may pass; time and size of
 * each answer are bounded, and no answer is taken unchecked. Whether the authority is to be trusted is judged elsewhere.
 * Several threads may ask at once.
 */
public final class HttpTimestampSource implements TimestampSource, AutoCloseable {
    private static final int MAX_ANSWER = 256 << 10;
    private static final Set<Integer> LOGIN_NEEDED = Set.of(401, 403, 407);
    /** Request Timeout, Too Many Requests (RFC 9110, RFC 6585). */
    private static final Set<Integer> PASSING = Set.of(408, 429);

    private static final int SERVER_ERROR = 500;
    /** {@code Date} has whole seconds. */
    private static final Duration DATE_ACCURACY = Duration.ofSeconds(1);

    private final TimestampSettings settings;
    private final Optional<TsaLogin> login;
    private final InstantSource clock;
    private final BoundedHttp http;
    private final Retrying retrying;
    private final ClockComparison clocks;
    private volatile int seenTokenSize = ASSUMED_TOKEN_SIZE;
    private volatile Optional<ClockDrift> drift = Optional.empty();
    private volatile boolean timeIsKnown;

    /** @param login sent to every address; closed with this source */
    public HttpTimestampSource(TimestampSettings settings, Optional<TsaLogin> login) {
        this(settings, login, InstantSource.system(), Thread::sleep);
    }

    HttpTimestampSource(
            TimestampSettings settings, Optional<TsaLogin> login, InstantSource clock, Retrying.Pause pause) {
        this.settings = settings;
        this.login = login;
        this.clock = clock;
        // A login must reach the address that was named and no other.
        this.http = BoundedHttp.staying(
                new HttpLimits(settings.connectTimeout(), settings.answerTimeout(), MAX_ANSWER), settings.proxies());
        this.retrying = new Retrying(settings.retries(), pause);
        this.clocks = new ClockComparison(settings.driftTolerance());
    }

    /** @throws SignerException {@link TimestampUnavailable} with the reason of the last address that was tried */
    @Override
    public byte[] stamp(DigestAlgorithm algorithm, byte[] imprint) throws SignerException {
        byte[] token = retrying.ask(
                settings.addresses(),
                address -> ask(address, new TimestampQuery(algorithm, imprint, settings.policy())));
        seenTokenSize = token.length;
        return token;
    }

    /** As large as the last token, which the same authority rarely changes by more than some bytes. */
    @Override
    public int expectedTokenSize() {
        return seenTokenSize;
    }

    /**
     * By the time of the last token (genTime). Where there was none yet, by what a server said beside its refusal
     * ({@code Date}), which nobody signed.
     */
    @Override
    public Optional<ClockDrift> drift() {
        return drift;
    }

    private byte[] ask(URI address, TimestampQuery query) throws FailedAttempt {
        Instant asked = clock.instant();
        HttpAnswer answer = post(address, query);
        Exchange exchange = new Exchange(address, asked, clock.instant());
        try {
            requireOk(answer);
            Granted granted = query.granted(answer.body());
            timeIsKnown = true;
            drift = clocks.drift(exchange, granted.genTime(), granted.accuracy());
            return granted.token();
        } catch (TimestampQuery.BadAnswer e) {
            takeHint(exchange, answer);
            String detail = String.valueOf(e.getMessage());
            throw e.mayPass()
                    ? FailedAttempt.passing(Obstacle.REFUSED, detail, answer.retryAfter(), e)
                    : FailedAttempt.lasting(e.refused() ? Obstacle.REFUSED : Obstacle.INVALID_ANSWER, detail, e);
        } catch (FailedAttempt e) {
            takeHint(exchange, answer);
            throw e;
        }
    }

    private void takeHint(Exchange exchange, HttpAnswer answer) {
        if (!timeIsKnown) {
            drift = answer.date().flatMap(date -> clocks.drift(exchange, date, DATE_ACCURACY));
        }
    }

    private HttpAnswer post(URI address, TimestampQuery query) throws FailedAttempt {
        Map<String, String> headers = new HashMap<>(
                Map.of("Content-Type", "application/timestamp-query", "Accept", "application/timestamp-reply"));
        login.ifPresent(l -> headers.put("Authorization", l.authorization()));
        try {
            return http.post(address, query.encoded(), headers);
        } catch (NetworkException e) {
            String detail = String.valueOf(e.getMessage());
            throw switch (e.kind()) {
                case UNREACHABLE ->
                    e.getCause() instanceof SSLException
                            ? FailedAttempt.lasting(Obstacle.UNREACHABLE, detail, e)
                            : FailedAttempt.passing(Obstacle.UNREACHABLE, detail, Optional.empty(), e);
                case TOO_SLOW -> FailedAttempt.passing(Obstacle.TOO_SLOW, detail, Optional.empty(), e);
                case TOO_LARGE -> FailedAttempt.lasting(Obstacle.INVALID_ANSWER, detail, e);
                case ADDRESS_UNUSABLE -> FailedAttempt.lasting(Obstacle.UNREACHABLE, detail, e);
                case PROXY_LOGIN_REFUSED -> FailedAttempt.lasting(Obstacle.LOGIN_REFUSED, detail, e);
                case PROXY_UNKNOWN -> FailedAttempt.lasting(Obstacle.PROXY_UNKNOWN, detail, e);
                case INTERRUPTED -> FailedAttempt.lasting(Obstacle.INTERRUPTED, detail, e);
            };
        }
    }

    private static void requireOk(HttpAnswer answer) throws FailedAttempt {
        if (answer.isOk()) {
            return;
        }
        String detail = "HTTP " + answer.status();
        if (LOGIN_NEEDED.contains(answer.status())) {
            throw FailedAttempt.lasting(Obstacle.LOGIN_REFUSED, detail, null);
        }
        throw answer.status() >= SERVER_ERROR || PASSING.contains(answer.status())
                ? FailedAttempt.passing(Obstacle.REFUSED, detail, answer.retryAfter(), null)
                : FailedAttempt.lasting(Obstacle.REFUSED, detail, null);
    }

    @Override
    public void close() {
        http.close();
        login.ifPresent(TsaLogin::close);
    }
}
