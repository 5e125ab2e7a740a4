package id.espm.app.update;

import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.network.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the release file is, and whose signature counts.
 *
 * @param address of the file; HTTPS, or HTTP to this computer itself
 * @param keys    one of them must have signed it
 */
public record ReleaseChannel(Optional<URI> address, Set<PublicKeyPin> keys) {
    public ReleaseChannel {
        keys = Set.copyOf(keys);
    }

    /** The program's own, {@code channel.json}: what is empty there is not known yet. */
    private record BuiltIn(String address, List<String> keys) {
        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();

        static BuiltIn read() {
            try (InputStream in = ReleaseChannel.class.getResourceAsStream("channel.json")) {
                if (in == null) {
                    throw new IllegalStateException("channel.json is not in the program");
                }
                return JSON.readValue(in, BuiltIn.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the program came with. */
    public static ReleaseChannel builtIn() {
        BuiltIn file = BuiltIn.read();
        return new ReleaseChannel(
                Optional.of(file.address()).filter(text -> !text.isEmpty()).map(URI::create),
                file.keys().stream().map(PublicKeyPin::new).collect(Collectors.toSet()));
    }

    /** The same with what somebody set up in its place; where he said nothing it stays. */
    public ReleaseChannel with(Optional<URI> otherAddress, Set<PublicKeyPin> otherKeys) {
        return new ReleaseChannel(otherAddress.or(() -> address), otherKeys.isEmpty() ? keys : otherKeys);
    }

    /** Why nobody can be asked; empty where somebody can. */
    public Optional<UpdateProblem> obstacle() {
        if (keys.isEmpty()) {
            return Optional.of(new UpdateProblem.KeyMissing());
        }
        if (address.isEmpty()) {
            return Optional.of(new UpdateProblem.AddressMissing());
        }
        return address.filter(each -> !isUsable(each)).map(UpdateProblem.AddressUnusable::new);
    }

    /** Nothing but where the file is, and no way on which anybody could listen. */
    private static boolean isUsable(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && Loopback.isNamedBy(address));
        return safe
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /**
     * Where to ask.
     *
     * @throws UpdateException for what {@link #obstacle} says
     */
    URI usableAddress() throws UpdateException {
        Optional<UpdateProblem> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new UpdateException(obstacle.get());
        }
        return address.orElseThrow();
    }
}
