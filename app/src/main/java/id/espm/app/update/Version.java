package id.espm.app.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a version: {@code 0.10.1}, or {@code 0.10.1-rc.2} for what comes before it. Numbers count as numbers, zeros at
 * the end as nothing. Of what comes before a version, words go by the alphabet, and {@code SNAPSHOT} stands right before what
 * it is a snapshot of.
 */
public final class Version implements Comparable<Version> {
    private static final int MAX_LENGTH = 64;
    private static final Pattern FORM =
            Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,3}(-[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?");
    /** {@code rc2} is {@code rc} and {@code 2}. */
    private static final Pattern STAGE_BORDER = Pattern.compile("[.-]|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])");

    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");

    private final String text;
    private final List<Integer> numbers;
    private final List<Part> stage;

    private Version(String text) {
        this.text = text;
        int dash = text.indexOf('-');
        String plain = dash < 0 ? text : text.substring(0, dash);
        this.numbers = new ArrayList<>(
                Arrays.stream(plain.split("\\.")).map(Integer::valueOf).toList());
        while (numbers.size() > 1 && numbers.getLast() == 0) {
            numbers.removeLast();
        }
        this.stage = dash < 0
                ? List.of()
                : STAGE_BORDER
                        .splitAsStream(text.substring(dash + 1))
                        .map(Part::of)
                        .toList();
    }

    /** Reads one; empty where the text is none, such as that of a build without a number. */
    public static Optional<Version> of(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches()
                ? Optional.of(new Version(text))
                : Optional.empty();
    }

    /**
     * A part of what follows the dash.
     *
     * @param text of a number without leading zeros, of a word in small letters
     */
    private record Part(Kind kind, String text) {
        private static final Comparator<Part> NUMBERS =
                Comparator.<Part>comparingInt(part -> part.text().length()).thenComparing(Part::text);
        private static final Part END = new Part(Kind.END, "");

        private enum Kind {
            NUMBER,
            WORD,
            SNAPSHOT,
            END
        }

        static Part of(String text) {
            if (Character.isDigit(text.charAt(0))) {
                return new Part(Kind.NUMBER, ZEROS.matcher(text).replaceFirst(""));
            }
            return text.equalsIgnoreCase("SNAPSHOT")
                    ? new Part(Kind.SNAPSHOT, "")
                    : new Part(Kind.WORD, text.toLowerCase(Locale.ROOT));
        }

        /** A version goes after everything that comes before it; {@code rc.1} after {@code rc}, its snapshot before it. */
        int rank(boolean first) {
            return switch (kind) {
                case SNAPSHOT -> first ? 2 : 0;
                case END -> first ? 3 : 1;
                case NUMBER -> first ? 0 : 2;
                case WORD -> first ? 1 : 3;
            };
        }

        int compare(Part other, boolean first) {
            int byKind = Integer.compare(rank(first), other.rank(first));
            if (byKind != 0) {
                return byKind;
            }
            return kind == Kind.NUMBER ? NUMBERS.compare(this, other) : text.compareTo(other.text);
        }
    }

    @Override
    public int compareTo(Version other) {
        int byNumber = Arrays.compare(
                numbers.stream().mapToInt(Integer::intValue).toArray(),
                other.numbers.stream().mapToInt(Integer::intValue).toArray());
        for (int i = 0; byNumber == 0 && i < Math.max(stage.size(), other.stage.size()); i++) {
            byNumber = part(i).compare(other.part(i), i == 0);
        }
        return byNumber;
    }

    private Part part(int index) {
        return index < stage.size() ? stage.get(index) : Part.END;
    }

    /** Whether both stand at the same place of the order, as {@code 1.0} and {@code 1.0.0} do. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && numbers.equals(version.numbers) && stage.equals(version.stage);
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + stage.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
