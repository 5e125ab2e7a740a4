package id.espm.signer.timestamp;

import id.espm.signer.network.Proxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which authorities are asked, and how long.
 *
 * @param addresses      tried in turn until one gives a timestamp; {@code http} or {@code https}, without user information
 * @param policy         the object identifier of the policy to ask for; the authority's own where it is left out
 * @param connectTimeout how long each address may take to accept the connection
 * @param answerTimeout  how long each address may take altogether, to the last byte of its answer
 * @param retries        how often they are asked again
 * @param driftTolerance how far this computer's clock may be off before that is told
 * @param proxies        the way to them
 */
public record TimestampSettings(
        List<URI> addresses,
        Optional<String> policy,
        Duration connectTimeout,
        Duration answerTimeout,
        RetryPlan retries,
        Duration driftTolerance,
        Proxies proxies) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    /** @throws IllegalArgumentException if there is no address, or one that no timestamp can come from */
    public TimestampSettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address of a TSA");
        }
        for (URI address : addresses) {
            if (!isUsable(address)) {
                throw new IllegalArgumentException("not the address of a TSA: " + withoutUserInfo(address));
            }
        }
        if (policy.filter(text -> !OID.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException("not an object identifier: " + policy.get());
        }
    }

    /** What is usual: see {@link Builder}. */
    public static TimestampSettings of(List<URI> addresses) {
        return builder(addresses).build();
    }

    public static Builder builder(List<URI> addresses) {
        return new Builder(addresses);
    }

    /** Whether an address can be asked: HTTP or HTTPS, with a host, without a name or password in it. */
    public static boolean isUsable(URI address) {
        return address.getScheme() != null
                && SCHEMES.contains(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    /** A password in an address must not reach a message. */
    private static String withoutUserInfo(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }

    /**
     * Collects what departs from the usual: the authority's own policy, five seconds to connect, fifteen for the answer,
     * {@link RetryPlan#usual()}, two minutes between the clocks, the system's proxies.
     */
    public static final class Builder {
        private final List<URI> addresses;
        private Optional<String> policy = Optional.empty();
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration answerTimeout = Duration.ofSeconds(15);
        private RetryPlan retries = RetryPlan.usual();
        private Duration driftTolerance = Duration.ofMinutes(2);
        private Proxies proxies = Proxies.system();

        private Builder(List<URI> addresses) {
            this.addresses = addresses;
        }

        public Builder policy(String oid) {
            policy = Optional.of(oid);
            return this;
        }

        public Builder timeouts(Duration connect, Duration answer) {
            connectTimeout = connect;
            answerTimeout = answer;
            return this;
        }

        public Builder retries(RetryPlan value) {
            retries = value;
            return this;
        }

        public Builder driftTolerance(Duration value) {
            driftTolerance = value;
            return this;
        }

        public Builder proxies(Proxies value) {
            proxies = value;
            return this;
        }

        /** @throws IllegalArgumentException as the record's constructor */
        public TimestampSettings build() {
            return new TimestampSettings(
                    addresses, policy, connectTimeout, answerTimeout, retries, driftTolerance, proxies);
        }
    }
}
