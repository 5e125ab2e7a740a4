package id.espm.signer;

import java.util.regex.Pattern;

/**
 * A Kantor Pelayanan Perbendaharaan Negara (treasury office) by its code.
 *
 * @param kode three digits, such as {@code 082}
 */
public record Kppn(String kode) {
    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    /**
     * A treasury office by its code.
     *
     * @throws IllegalArgumentException if the code is not three digits
     */
    public Kppn {
        if (!isKode(kode)) {
            throw new IllegalArgumentException("kppn is not three digits: " + kode);
        }
    }

    /** Whether the text has the form of a KPPN code. */
    public static boolean isKode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return kode;
    }
}
