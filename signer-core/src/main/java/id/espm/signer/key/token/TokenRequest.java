package id.espm.signer.key.token;

import id.espm.signer.key.KeyChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which key of which token.
 *
 * @param library the PKCS#11 library of the token's maker ({@code .so}, {@code .dll}, {@code .dylib})
 * @param token   its label or serial number; may be left out where one token is plugged in
 * @param choice  which key of the token
 */
public record TokenRequest(Path library, Optional<String> token, KeyChoice choice) {
    /** The one key of the one token. */
    public static TokenRequest of(Path library) {
        return new TokenRequest(library, Optional.empty(), KeyChoice.onlyOne());
    }
}
