package id.espm.signer;

import java.util.regex.Pattern;

/**
 * A Nomor Induk Kependudukan (citizen number). Printing one shows its middle masked; only {@link #digits()} gives it whole.
 *
 * @param digits sixteen digits
 */
public record Nik(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{16}");

    /**
     * A NIK in its digits.
     *
     * @throws IllegalArgumentException if there are not sixteen digits; the message does not repeat them
     */
    public Nik {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a NIK has sixteen digits");
        }
    }

    /** The first six and the last two digits, the rest as stars. */
    public String masked() {
        return digits.substring(0, 6) + "********" + digits.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
