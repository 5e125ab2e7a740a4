package id.espm.app.settings;

import id.espm.signer.SignatureLevel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the official set up about signatures.
 *
 * @param level       the level to sign at; where it is left out, B-T if there is a TSA, else B-B
 * @param tsa         addresses of time-stamping servers, tried in turn
 * @param tsaUserFile a file with {@code name:password} for them
 */
public record SignatureSettings(Optional<SignatureLevel> level, List<URI> tsa, Optional<Path> tsaUserFile) {
    public SignatureSettings {
        tsa = List.copyOf(tsa);
    }

    /** Nothing is set up. */
    public static SignatureSettings none() {
        return new SignatureSettings(Optional.empty(), List.of(), Optional.empty());
    }

    /** What a call says, and where it says nothing what is set up. A call that names servers brings its own login too. */
    public SignatureSettings under(SignatureSettings said) {
        boolean ownServers = !said.tsa().isEmpty();
        return new SignatureSettings(
                said.level().or(this::level),
                ownServers ? said.tsa() : tsa,
                ownServers ? said.tsaUserFile() : said.tsaUserFile().or(this::tsaUserFile));
    }

    /** The level that is meant: B-T needs nothing but a TSA, so it is taken where there is one. */
    public SignatureLevel levelOrUsual() {
        return level.orElse(tsa.isEmpty() ? SignatureLevel.B_B : SignatureLevel.B_T);
    }
}
