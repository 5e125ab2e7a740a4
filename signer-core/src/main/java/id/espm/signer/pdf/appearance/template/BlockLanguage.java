package id.espm.signer.pdf.appearance.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of the block's own words. */
public enum BlockLanguage {
    ID,
    EN;

    /** {@code id} or {@code en}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of that key. */
    public static Optional<BlockLanguage> of(String key) {
        return Arrays.stream(values()).filter(l -> l.key().equals(key)).findFirst();
    }
}
