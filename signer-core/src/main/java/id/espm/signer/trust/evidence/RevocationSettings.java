package id.espm.signer.trust.evidence;

import id.espm.signer.network.Proxies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How revocation is asked about, and issuers are fetched.
 *
 * @param online       whether anybody may be asked over the network; if not, only what was kept serves
 * @param fetchIssuers whether a missing issuer's certificate may be fetched from where a certificate says that it is
 * @param cacheFolder  where answers are kept for the next run; empty: in memory only
 * @param connect      how long a connection may take
 * @param answer       how long an answer may take altogether, to its last byte
 * @param keep         how long an answer serves without being asked for again, as far as it holds for as long
 * @param tolerance    by how much this computer's clock may differ from the responder's
 * @param maxAge       how old an answer may be that does not say until when it holds
 * @param proxies      the way to the services
 */
public record RevocationSettings(
        boolean online,
        boolean fetchIssuers,
        Optional<Path> cacheFolder,
        Duration connect,
        Duration answer,
        Duration keep,
        Duration tolerance,
        Duration maxAge,
        Proxies proxies) {

    /** Refuses negative times. */
    public RevocationSettings {
        if (keep.isNegative() || tolerance.isNegative() || maxAge.isNegative()) {
            throw new IllegalArgumentException("negative duration");
        }
    }

    /** Online, issuers fetched, kept in memory for four hours; five seconds to connect, twenty to answer; the system's proxies. */
    public static RevocationSettings usual() {
        return builder().build();
    }

    /** Starts from {@link #usual()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what departs from the usual. */
    public static final class Builder {
        private boolean online = true;
        private boolean fetchIssuers = true;
        private Optional<Path> cacheFolder = Optional.empty();
        private Duration connect = Duration.ofSeconds(5);
        private Duration answer = Duration.ofSeconds(20);
        private Duration keep = Duration.ofHours(4);
        private Duration tolerance = Duration.ofMinutes(10);
        private Duration maxAge = Duration.ofDays(1);
        private Proxies proxies = Proxies.system();

        private Builder() {}

        public Builder online(boolean value) {
            online = value;
            return this;
        }

        public Builder fetchIssuers(boolean value) {
            fetchIssuers = value;
            return this;
        }

        public Builder cacheFolder(Path value) {
            cacheFolder = Optional.of(value);
            return this;
        }

        public Builder connect(Duration value) {
            connect = value;
            return this;
        }

        public Builder answer(Duration value) {
            answer = value;
            return this;
        }

        public Builder keep(Duration value) {
            keep = value;
            return this;
        }

        public Builder tolerance(Duration value) {
            tolerance = value;
            return this;
        }

        public Builder maxAge(Duration value) {
            maxAge = value;
            return this;
        }

        public Builder proxies(Proxies value) {
            proxies = value;
            return this;
        }

        public RevocationSettings build() {
            return new RevocationSettings(
                    online, fetchIssuers, cacheFolder, connect, answer, keep, tolerance, maxAge, proxies);
        }
    }
}
