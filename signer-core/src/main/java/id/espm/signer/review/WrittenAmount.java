package id.espm.signer.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Indonesian offices write them, and as programs of other countries print them. */
final class WrittenAmount {
    /** Groups of three by points or by commas, or no groups; the other sign before cents. */
    private static final Pattern AMOUNT = Pattern.compile("(?<![0-9]|[0-9][.,])(?:"
            + "([0-9]{1,3}(?:\\.[0-9]{3})+)(?:,([0-9]{2}))?"
            + "|([0-9]{1,3}(?:,[0-9]{3})+)(?:\\.([0-9]{2}))?"
            + "|([0-9]+)(?:[.,]([0-9]{2}))?"
            + ")(?![0-9]|[.,][0-9])");

    private static final Pattern NOTHING = Pattern.compile("\\bnihil\\b", Pattern.CASE_INSENSITIVE);
    /** Words before what is paid out, the surest first. */
    private static final List<Pattern> LABELS = List.of(
            label("netto|neto|bersih"),
            label("(?:pembayaran|dibayarkan|dibayar|membayar)\\s+(?:sejumlah|sebesar)"),
            label("jumlah\\s+(?:yang\\s+)?(?:dibayarkan|dibayar|pembayaran|uang)|dibayarkan|dibayar"));

    private static final String RUPIAH = "Rp";

    private WrittenAmount() {}

    private static Pattern label(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b(.*)", Pattern.CASE_INSENSITIVE);
    }

    /** Such as {@code Rp1.234.567}, or {@code USD 1.234,50}. */
    static String of(BigDecimal amount, Optional<String> valas) {
        return valas.map(code -> code + " ").orElse(RUPIAH) + grouped(amount);
    }

    private static String grouped(BigDecimal amount) {
        BigDecimal exact = amount.setScale(2, RoundingMode.HALF_UP);
        String digits = exact.abs().toBigInteger().toString();
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, '.');
        }
        String cents = exact.abs().remainder(BigDecimal.ONE).toPlainString().substring(2);
        return (exact.signum() < 0 ? "-" : "") + text + (cents.equals("00") ? "" : "," + cents);
    }

    /** Whether a text has the amount, in figures, with or without its sign. */
    static boolean isIn(String text, BigDecimal amount) {
        Matcher matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            if (read(matcher).compareTo(amount.abs()) == 0) {
                return true;
            }
        }
        return amount.signum() == 0 && NOTHING.matcher(text).find();
    }

    /** The amount that stands behind the words for what is paid out, in the same line. */
    static Optional<BigDecimal> labelled(String text) {
        for (Pattern label : LABELS) {
            Matcher line = label.matcher(text);
            while (line.find()) {
                Optional<BigDecimal> amount = only(line.group(1));
                if (amount.isPresent()) {
                    return amount;
                }
            }
        }
        return Optional.empty();
    }

    /** Where there are two, it is not sure which is meant; short numbers are none of rupiah. */
    private static Optional<BigDecimal> only(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        Optional<BigDecimal> found = Optional.empty();
        while (matcher.find()) {
            boolean grouped = matcher.group(1) != null || matcher.group(3) != null;
            if (grouped && found.isPresent()) {
                return Optional.empty();
            }
            if (grouped) {
                found = Optional.of(read(matcher));
            }
        }
        return found;
    }

    private static BigDecimal read(Matcher match) {
        for (int group = 1; group < match.groupCount(); group += 2) {
            if (match.group(group) != null) {
                String cents = match.group(group + 1);
                String whole = match.group(group).replace(".", "").replace(",", "");
                return new BigDecimal(whole + "." + (cents == null ? "0" : cents));
            }
        }
        throw new IllegalStateException("one of three forms matched");
    }
}
