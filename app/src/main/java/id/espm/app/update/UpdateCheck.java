package id.espm.app.update;

import id.espm.app.update.PublishedRelease.Validity;
import id.espm.app.update.UpdateProblem.Unreachable;
import id.espm.app.update.UpdateProblem.Unreachable.Obstacle;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.network.NetworkException;
import id.espm.signer.network.Proxies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks which version is the newest. It reads one file and believes its signature; it fetches no package and installs nothing
 * (ADR-0022).
 */
public final class UpdateCheck {
    /** A release file with all its packages has a few thousand. */
    static final int MAX_BYTES = 1 << 16;

    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), MAX_BYTES);
    /** The same from every computer, and nothing of Java's version. */
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "espm-signer");
    /** A clock may be in another zone by mistake. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final ReleaseChannel channel;
    private final Proxies proxies;
    private final ReleaseMemory memory;
    private final Clock clock;

    /** @param memory the file that keeps the release file which was accepted last */
    public UpdateCheck(ReleaseChannel channel, Proxies proxies, Path memory, Clock clock) {
        this.channel = channel;
        this.proxies = proxies;
        this.memory = new ReleaseMemory(memory, channel.keys());
        this.clock = clock;
    }

    /** Who would be asked, and whose word would count. */
    public ReleaseChannel channel() {
        return channel;
    }

    /**
     * Asks.
     *
     * @param running the version that runs, as it calls itself
     * @throws UpdateException where it cannot be told
     * @throws IOException     if the answer cannot be kept, so that an older one could be passed off next time
     */
    public UpdateAnswer ask(String running) throws UpdateException, IOException, InterruptedException {
        byte[] cms = fetch(channel.usableAddress());
        PublishedRelease release = SignedRelease.open(cms, channel.keys());
        requireTimely(release.validity());
        memory.keep(cms);
        return UpdateAnswer.of(running, release);
    }

    /** What the last answer comes to today, without asking anybody; empty where there was none, or it has expired. */
    public Optional<UpdateAnswer> known(String running) {
        return memory.last()
                .filter(release -> clock.instant().isBefore(release.validity().expires()))
                .map(release -> UpdateAnswer.of(running, release));
    }

    private void requireTimely(Validity validity) throws UpdateException {
        Instant now = clock.instant();
        if (validity.issued().isAfter(now.plus(CLOCKS_APART))) {
            throw new UpdateException(new UpdateProblem.NotYetIssued(validity.issued()));
        }
        if (!now.isBefore(validity.expires())) {
            throw new UpdateException(new UpdateProblem.Expired(validity.expires()));
        }
        Optional<Instant> seen = memory.last().map(last -> last.validity().issued());
        if (seen.isPresent() && validity.issued().isBefore(seen.get())) {
            throw new UpdateException(new UpdateProblem.RolledBack(validity.issued(), seen.get()));
        }
    }

    private byte[] fetch(URI address) throws UpdateException, InterruptedException {
        try (BoundedHttp http = BoundedHttp.staying(LIMITS, proxies)) {
            HttpAnswer answer = http.get(address, HEADERS);
            if (!answer.isOk()) {
                throw new UpdateException(refusal(address.getHost(), answer.status()));
            }
            return answer.body();
        } catch (NetworkException e) {
            throw explain(address, e);
        }
    }

    private static UpdateProblem refusal(String host, int status) {
        return status / 100 == 3
                ? new UpdateProblem.Redirected(host, status)
                : new UpdateProblem.RefusedByServer(host, status);
    }

    private static UpdateException explain(URI address, NetworkException e) throws InterruptedException {
        String detail = String.valueOf(e.getMessage());
        UpdateProblem problem = switch (e.kind()) {
            case UNREACHABLE -> unreachable(address, Obstacle.NO_ANSWER, detail);
            case TOO_SLOW -> unreachable(address, Obstacle.TOO_SLOW, detail);
            case PROXY_LOGIN_REFUSED -> unreachable(address, Obstacle.PROXY_LOGIN, detail);
            case PROXY_UNKNOWN -> unreachable(address, Obstacle.PROXY_UNKNOWN, detail);
            case TOO_LARGE -> new UpdateProblem.TooLarge(address.getHost(), MAX_BYTES);
            case ADDRESS_UNUSABLE -> new UpdateProblem.AddressUnusable(address);
            case INTERRUPTED -> throw interruption(e);
        };
        return new UpdateException(problem, e);
    }

    private static InterruptedException interruption(NetworkException e) {
        InterruptedException stopped = new InterruptedException(e.getMessage());
        stopped.initCause(e);
        return stopped;
    }

    private static Unreachable unreachable(URI address, Obstacle obstacle, String detail) {
        return new Unreachable(address.getHost(), obstacle, detail);
    }
}
