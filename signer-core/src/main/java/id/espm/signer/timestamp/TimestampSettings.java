package id.espm.signer.timestamp;

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
 */
public record TimestampSettings(
        List<URI> addresses, Optional<String> policy, Duration connectTimeout, Duration answerTimeout) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
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

    /** The authority's own policy; five seconds to connect, fifteen for the answer. */
    public static TimestampSettings of(List<URI> addresses) {
        return new TimestampSettings(addresses, Optional.empty(), CONNECT, ANSWER);
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
}
