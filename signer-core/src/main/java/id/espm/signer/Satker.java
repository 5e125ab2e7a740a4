package id.espm.signer;

import java.util.regex.Pattern;

/**
 * A satuan kerja (work unit) by its code.
 *
 * @param kode six digits, such as {@code 527010}
 */
public record Satker(String kode) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    /**
     * A work unit by its code.
     *
     * @throws IllegalArgumentException if the code is not six digits
     */
    public Satker {
        if (!isKode(kode)) {
            throw new IllegalArgumentException("satker is not six digits: " + kode);
        }
    }

    /** Whether the text has the form of a satker code. */
    public static boolean isKode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return kode;
    }
}
