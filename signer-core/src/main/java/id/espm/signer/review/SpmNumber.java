package id.espm.signer.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The number of an SPM, in the ways in which people, files and prints write it. */
final class SpmNumber {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{Alnum}]+");
    private static final Pattern LETTERED = Pattern.compile(".*[0-9].*[A-Z].*|.*[A-Z].*[0-9].*");

    private final String plain;
    private final Pattern inText;

    /** @param nomor as the ADK has it, such as {@code 00123A} */
    SpmNumber(String nomor) {
        plain = plain(nomor);
        inText = Pattern.compile("(?<![\\p{Alnum}])" + letters(nomor) + "(?![\\p{Alnum}])", Pattern.CASE_INSENSITIVE);
    }

    /** Without blanks, signs and leading zeros, in capitals. */
    private static String plain(String text) {
        String tight = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return tight.replaceFirst("^0+(?=.)", "");
    }

    /** Leading zeros may be left out where a letter makes the number unmistakable, and a blank may stand before the letter. */
    private static String letters(String nomor) {
        String tight = BETWEEN.matcher(nomor).replaceAll("").toUpperCase(Locale.ROOT);
        if (!LETTERED.matcher(tight).matches()) {
            return Pattern.quote(tight);
        }
        String rest = plain(tight);
        return "0*" + rest.replaceAll("(?<=[0-9])(?=[A-Z])", " ?");
    }

    /**
     * Whether somebody means this SPM: {@code 123a}, {@code 00123A/527010/2026}, or a file's name that holds the number, such as
     * {@code SPM_231_00123A}.
     */
    boolean isMeantBy(String said) {
        if (plain(said).equals(plain)) {
            return true;
        }
        List<String> parts =
                Stream.of(BETWEEN.split(said)).filter(p -> !p.isEmpty()).toList();
        for (int i = 0; i < parts.size(); i++) {
            String part = plain(parts.get(i));
            // Satker and year are numbers, too, and stand behind.
            if (part.equals(plain) && (i == 0 || LETTERED.matcher(part).matches())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the number stands by itself in a text. */
    boolean isIn(String text) {
        return inText.matcher(text).find();
    }
}
