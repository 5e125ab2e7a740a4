package id.espm.signer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The role in which an official signs: a position in a work unit, since an official holds a position per satker.
 *
 * @param jabatan the position
 * @param satker  the work unit
 */
public record SignerRole(Jabatan jabatan, Satker satker) {
    private static final Pattern FORM = Pattern.compile("([A-Z_]+); satker ([0-9]{6})");

    /** The text that stands in a signature as claimed role, such as {@code PPSPM; satker 527010}. */
    public String claimedText() {
        return String.format(Locale.ROOT, "%s; satker %s", jabatan, satker.kode());
    }

    /** The role in a claimed text, if the text is one that a Signer wrote. */
    public static Optional<SignerRole> parse(String claimedText) {
        Matcher matcher = FORM.matcher(claimedText);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Jabatan jabatan : Jabatan.values()) {
            if (jabatan.name().equals(matcher.group(1))) {
                return Optional.of(new SignerRole(jabatan, new Satker(matcher.group(2))));
            }
        }
        return Optional.empty();
    }
}
