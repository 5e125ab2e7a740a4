package id.espm.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the official set up about the key and its certificate.
 *
 * @param serial     which key is meant where there are several: its certificate's serial number in hexadecimal digits
 * @param pkcs11     the library of the token that holds the key, in place of a file
 * @param token      the label of that token, where several are plugged in
 * @param nikPlaces  the attributes of the subject in which a NIK may stand, as object identifiers; empty: the usual ones
 * @param revocation what an unknown revocation status means
 */
public record KeySettings(
        Optional<String> serial,
        Optional<Path> pkcs11,
        Optional<String> token,
        List<String> nikPlaces,
        RevocationMode revocation) {
    public KeySettings {
        nikPlaces = List.copyOf(nikPlaces);
    }

    /** What is done about revocation before signing. */
    public enum RevocationMode {
        /** The issuer is asked; where nobody answers, the official is told and may sign (PER-10/PB/2018 Pasal 3(2)). */
        WARN,
        /** The issuer is asked; where nobody answers, nothing is signed. */
        REQUIRE,
        /** Nobody is asked. */
        OFF
    }

    /** Nothing is set up. */
    public static KeySettings none() {
        return new KeySettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), RevocationMode.WARN);
    }

    /** The same with another word on revocation. */
    public KeySettings with(RevocationMode other) {
        return new KeySettings(serial, pkcs11, token, nikPlaces, other);
    }
}
