package id.espm.signer.pdf.appearance.font;

/** Operators of a content stream with numbers before them (ISO 32000-2, 7.8.2), to the thousandth of a unit. */
public final class Operators {
    private static final int THOUSAND = 1000;
    private static final int TEN = 10;

    private Operators() {}

    /** Such as {@code 1 0.5 m}, on a line of its own. */
    public static String of(String operator, double... operands) {
        StringBuilder out = new StringBuilder();
        for (double operand : operands) {
            append(out, operand);
        }
        return out.append(operator).append('\n').toString();
    }

    /** Appends a number and a blank. */
    static void append(StringBuilder out, double value) {
        long thousandths = Math.round(value * THOUSAND);
        if (thousandths < 0) {
            out.append('-');
        }
        long positive = Math.abs(thousandths);
        out.append(positive / THOUSAND);
        long fraction = positive % THOUSAND;
        if (fraction > 0) {
            out.append('.').append(fraction / (TEN * TEN));
            out.append(fraction / TEN % TEN).append(fraction % TEN);
        }
        out.append(' ');
    }
}
