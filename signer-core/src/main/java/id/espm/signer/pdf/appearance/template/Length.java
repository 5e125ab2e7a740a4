package id.espm.signer.pdf.appearance.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length on a page.
 *
 * @param points in units of 1/72 inch, finite
 */
public record Length(double points) {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,5}(?:\\.[0-9]{1,4})?) ?(mm|pt)?");
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double ROUNDING = 1000;

    /** @throws IllegalArgumentException if it is not finite */
    public Length {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("a length is finite");
        }
    }

    /** A length in millimetres. */
    public static Length ofMm(double mm) {
        return new Length(mm * POINTS_PER_MM);
    }

    /**
     * Reads such as {@code 75}, {@code 75mm}, {@code 212.6pt}; without a unit it is millimetres.
     *
     * @throws IllegalArgumentException if the text is no length
     */
    public static Length parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no length: " + text);
        }
        double value = Double.parseDouble(matcher.group(1));
        return "pt".equals(matcher.group(2)) ? new Length(value) : ofMm(value);
    }

    /** In millimetres, to the thousandth. */
    public double mm() {
        return Math.round(points / POINTS_PER_MM * ROUNDING) / ROUNDING;
    }
}
