package id.espm.app.espm;

import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.trust.TrustAnchors;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How eSPM is reached. Start from {@link #builder} and change what differs.
 *
 * @param base      where {@code /api/v1} begins, such as {@link #ESPM}
 * @param tls       whom to trust beyond the platform's certificates
 * @param timeouts  how long to wait for an answer
 * @param proxy     the way through the office's proxy
 * @param chunkSize the most bytes that one {@code PATCH} carries; how many it does depends on the line
 * @param retries   how often, and after which pauses
 * @param clock     what time it is
 * @param sleeper   how pauses are made
 */
public record EspmSettings(
        URI base,
        Tls tls,
        Timeouts timeouts,
        ProxyWay proxy,
        int chunkSize,
        Retries retries,
        Clock clock,
        Sleeper sleeper) {
    /** eSPM itself. */
    public static final URI ESPM = URI.create("https://espm.kemenkeu.go.id");

    private static final int MAX_CHUNK = 64 << 20;

    /** @throws IllegalArgumentException if the chunk size is not between 1 byte and 64 MiB */
    public EspmSettings {
        if (chunkSize < 1 || chunkSize > MAX_CHUNK) {
            throw new IllegalArgumentException("chunk size " + chunkSize);
        }
    }

    /** Settings for a server; everything else has a default. */
    public static Builder builder(URI base) {
        return new Builder(base);
    }

    /** The same with other retries. */
    public EspmSettings with(Retries others) {
        return new EspmSettings(base, tls, timeouts, proxy, chunkSize, others, clock, sleeper);
    }

    /**
     * Trust in the server.
     *
     * @param extraAnchors certificates trusted besides the platform's
     * @param pins         if there is any, the key of one certificate of the server's chain must be among them
     */
    public record Tls(TrustAnchors extraAnchors, Set<PublicKeyPin> pins) {
        public Tls {
            pins = Set.copyOf(pins);
        }
    }

    /**
     * How long to wait.
     *
     * @param connect  for a connection
     * @param answer   for the next byte, either way
     * @param judgment for the answer to {@code complete}: the server judges every signature first
     */
    public record Timeouts(Duration connect, Duration answer, Duration judgment) {}

    /**
     * The way out.
     *
     * @param selector which proxy for which address; never asked for this machine itself
     * @param login    asked when a proxy wants a user and password
     */
    public record ProxyWay(ProxySelector selector, ProxyLogin login) {}

    /**
     * When to try again. The pause doubles from {@code first} to {@code longest}, with jitter, and begins anew whenever bytes
     * arrived.
     *
     * @param attempts tries in a row without any progress, the first one included
     * @param first    the first pause
     * @param longest  the longest pause of our own choosing
     * @param patience the longest {@code Retry-After} that is waited for; a longer one ends the attempt
     */
    public record Retries(int attempts, Duration first, Duration longest, Duration patience) {
        /** @throws IllegalArgumentException if there is no attempt at all, or a pause is negative */
        public Retries {
            if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0 || patience.isNegative()) {
                throw new IllegalArgumentException("retries that make no sense");
            }
        }

        /** The same pauses, with fewer attempts where these are more. */
        public Retries atMost(int fewer) {
            return new Retries(Math.min(attempts, fewer), first, longest, patience);
        }
    }

    /** Asks for the user and password of a proxy. */
    @FunctionalInterface
    public interface ProxyLogin {
        /**
         * Called on another thread than the caller's; may block.
         *
         * @param realm how the proxy calls itself; may be empty
         * @return empty if there are none
         */
        Optional<PasswordAuthentication> credentials(String host, int port, String realm);
    }

    /** Makes a pause. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private final URI base;
        private TrustAnchors extraAnchors = TrustAnchors.none();
        private Set<PublicKeyPin> pins = Set.of();
        private Timeouts timeouts =
                new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(150));
        private Optional<ProxySelector> proxies = Optional.empty();
        private ProxyLogin proxyLogin = (host, port, realm) -> Optional.empty();
        private int chunkSize = 16 << 20;
        private Retries retries = new Retries(8, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Thread::sleep;

        private Builder(URI base) {
            this.base = base;
        }

        /** Default: none but the platform's. */
        public Builder extraAnchors(TrustAnchors value) {
            extraAnchors = value;
            return this;
        }

        /** Default: none. */
        public Builder pins(Set<PublicKeyPin> value) {
            pins = value;
            return this;
        }

        /** Default: 20 s to connect, 30 s for an answer, 150 s for {@code complete}. */
        public Builder timeouts(Timeouts value) {
            timeouts = value;
            return this;
        }

        /** Default: the platform's ({@link ProxySelector#getDefault}). */
        public Builder proxies(ProxySelector value) {
            proxies = Optional.of(value);
            return this;
        }

        /** Default: nobody knows a user and password. */
        public Builder proxyLogin(ProxyLogin value) {
            proxyLogin = value;
            return this;
        }

        /** Default: 16 MiB, which only a fast line ever sees. */
        public Builder chunkSize(int value) {
            chunkSize = value;
            return this;
        }

        /** Default: 8 attempts in a row, pauses from 1 s to 1 min, {@code Retry-After} up to 5 min. */
        public Builder retries(Retries value) {
            retries = value;
            return this;
        }

        /** Default: the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Default: {@link Thread#sleep(Duration)}. */
        public Builder sleeper(Sleeper value) {
            sleeper = value;
            return this;
        }

        public EspmSettings build() {
            ProxySelector selector = proxies.or(() -> Optional.ofNullable(ProxySelector.getDefault()))
                    .orElse(ProxySelector.of(null));
            return new EspmSettings(
                    base,
                    new Tls(extraAnchors, pins),
                    timeouts,
                    new ProxyWay(selector, proxyLogin),
                    chunkSize,
                    retries,
                    clock,
                    sleeper);
        }
    }
}
