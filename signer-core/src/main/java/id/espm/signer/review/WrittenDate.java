package id.espm.signer.review;

import id.espm.signer.Bulan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates as Indonesian offices write them. */
final class WrittenDate {
    /** Each month in full, as it was spelled before, and cut short. */
    private static final List<String> SPELLED = List.of(
            "Januari|Jan",
            "Februari|Pebruari|Febr|Febu|Feb|Peb",
            "Maret|Mrt|Mar",
            "April|Apr",
            "Mei",
            "Juni|Jun",
            "Juli|Jul",
            "Agustus|Agust|Agst|Agt|Ags|Agu|Aug",
            "September|Sept|Sep",
            "Oktober|Okt|Oct",
            "November|Nopember|Nov|Nop",
            "Desember|Des|Dec");

    private static final String SIGN = "\\s*[-/.]\\s*";
    private static final String ANY_DATE = "(?<![0-9])(?:"
            + "([0-9]{1,2})" + SIGN + "([0-9]{1,2})" + SIGN + "([0-9]{4})"
            + "|([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "|([0-9]{1,2})[\\s.-]+(" + String.join("|", SPELLED) + ")[\\s.-]+([0-9]{4})"
            + ")(?![0-9])";
    private static final Pattern DATE = Pattern.compile(ANY_DATE, Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_LABEL =
            Pattern.compile("\\b(?:tanggal|tgl\\.?)\\s*:?\\s*" + ANY_DATE, Pattern.CASE_INSENSITIVE);

    private WrittenDate() {}

    /** Such as {@code 21 November 2026}. */
    static String of(LocalDate date) {
        return date.getDayOfMonth() + " " + Bulan.of(date.getMonth()) + " " + date.getYear();
    }

    /** Whether a text has the date, in figures or in words. */
    static boolean isIn(String text, LocalDate date) {
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            if (read(matcher).filter(date::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The first date behind the word "tanggal", in the lines with the number of the SPM before all others. */
    static Optional<LocalDate> labelled(String text, SpmNumber nomor) {
        String near = text.lines().filter(nomor::isIn).collect(Collectors.joining("\n"));
        return firstLabelled(near).or(() -> firstLabelled(text));
    }

    private static Optional<LocalDate> firstLabelled(String text) {
        Matcher matcher = AFTER_LABEL.matcher(text);
        return matcher.find() ? read(matcher) : Optional.empty();
    }

    private static Optional<LocalDate> read(Matcher match) {
        try {
            if (match.group(1) != null) {
                return Optional.of(date(match.group(3), Integer.parseInt(match.group(2)), match.group(1)));
            }
            if (match.group(4) != null) {
                return Optional.of(date(match.group(4), Integer.parseInt(match.group(5)), match.group(6)));
            }
            return Optional.of(date(match.group(9), month(match.group(8)), match.group(7)));
        } catch (DateTimeException e) {
            // Looks like a date, but there is no such day.
            return Optional.empty();
        }
    }

    private static LocalDate date(String year, int month, String day) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }

    private static int month(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < SPELLED.size(); i++) {
            if (List.of(SPELLED.get(i).toLowerCase(Locale.ROOT).split("\\|", -1))
                    .contains(small)) {
                return i + 1;
            }
        }
        throw new DateTimeException(word);
    }
}
