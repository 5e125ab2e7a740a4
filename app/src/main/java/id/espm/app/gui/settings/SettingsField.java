package id.espm.app.gui.settings;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.http.EspmAddress;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.timestamp.TimestampSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A setting that is typed, with the rule that its text keeps; each may be left blank. */
public enum SettingsField {
    SATKER(Tab.PROFILE),
    KPPN(Tab.PROFILE),
    TAHUN(Tab.PROFILE),
    LOKASI(Tab.PROFILE),
    ALASAN(Tab.PROFILE),
    P12(Tab.KEY),
    SERIAL(Tab.KEY),
    PKCS11(Tab.KEY),
    TOKEN(Tab.KEY),
    URL(Tab.ESPM),
    USER(Tab.ESPM),
    TSA(Tab.SIGNATURE),
    TSA_USER(Tab.SIGNATURE),
    ADK_PASSWORD(Tab.SIGNATURE);

    private static final Pattern BUDGET_YEAR = Pattern.compile("20[0-9]{2}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:]{1,80}");

    private final Tab tab;

    SettingsField(Tab tab) {
        this.tab = tab;
    }

    /** The groups of settings; what stands in the last ones is chosen, not typed. */
    public enum Tab {
        PROFILE,
        KEY,
        ESPM,
        SIGNATURE,
        TRUST,
        LOOK,
        UPDATE
    }

    /** Where it stands. */
    public Tab tab() {
        return tab;
    }

    /** Whether it names a file. */
    public boolean isPath() {
        return this == P12 || this == PKCS11 || this == TSA_USER || this == ADK_PASSWORD;
    }

    /** Whether a text may stand there. */
    public boolean allows(String text) {
        return text.isBlank() || keepsRule(text.strip());
    }

    private boolean keepsRule(String text) {
        return switch (this) {
            case SATKER -> Satker.isKode(text);
            case KPPN -> Kppn.isKode(text);
            case TAHUN -> BUDGET_YEAR.matcher(text).matches();
            case SERIAL -> HEXADECIMAL.matcher(text).matches();
            case URL -> isEspm(text);
            case TSA -> areTsa(text);
            case P12, PKCS11, TSA_USER, ADK_PASSWORD -> isFile(text);
            case LOKASI, ALASAN, TOKEN, USER -> true;
        };
    }

    /** The addresses in a text, one after another. */
    static List<URI> addresses(String text) {
        return words(text).map(URI::create).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty());
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isEspm(String text) {
        return uri(text).map(SettingsField::isEspm).orElse(false);
    }

    private static boolean isEspm(URI address) {
        try {
            EspmAddress.of(address);
            return true;
        } catch (EspmException e) {
            return false;
        }
    }

    private static boolean areTsa(String text) {
        return words(text)
                .allMatch(word -> uri(word).filter(TimestampSettings::isUsable).isPresent());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
