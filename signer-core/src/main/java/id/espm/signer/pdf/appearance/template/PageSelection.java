package id.espm.signer.pdf.appearance.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pages carry the block: {@code first}, {@code last}, {@code all} (or {@code pertama}, {@code terakhir},
 * {@code semua}), or a list such as {@code 1,3-5,-1}, in which -1 is the last page.
 *
 * @param ranges in the order in which they were written; not empty
 */
public record PageSelection(List<Range> ranges) {
    /** The first page. */
    public static final PageSelection FIRST = of(1, 1);
    /** The last page. */
    public static final PageSelection LAST = of(-1, -1);
    /** Every page. */
    public static final PageSelection ALL = of(1, -1);

    private static final Map<String, PageSelection> NAMES =
            Map.of("first", FIRST, "last", LAST, "all", ALL, "pertama", FIRST, "terakhir", LAST, "semua", ALL);
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,6})(?:-(-?[0-9]{1,6}))?");
    private static final int MAX_RANGES = 1000;

    /**
     * Pages from one to another, both included.
     *
     * @param from 1 being the first page, -1 the last; not 0
     * @param to   likewise
     */
    public record Range(int from, int to) {
        /** @throws IllegalArgumentException if one of them is 0, or they run backwards for sure */
        public Range {
            if (from == 0 || to == 0 || (Integer.signum(from) == Integer.signum(to) && to < from)) {
                throw new IllegalArgumentException("pages " + from + " to " + to);
            }
        }

        private boolean single() {
            return from == to;
        }
    }

    /** @throws IllegalArgumentException if there is none */
    public PageSelection {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty() || ranges.size() > MAX_RANGES) {
            throw new IllegalArgumentException("1 to " + MAX_RANGES + " ranges of pages");
        }
    }

    private static PageSelection of(int from, int to) {
        return new PageSelection(List.of(new Range(from, to)));
    }

    /** @throws IllegalArgumentException if the text does not select pages */
    public static PageSelection parse(String text) {
        PageSelection named = NAMES.get(text.strip());
        if (named != null) {
            return named;
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = RANGE.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no pages: " + text);
            }
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            ranges.add(new Range(from, to));
        }
        return new PageSelection(ranges);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        for (String name : List.of("first", "last", "all")) {
            if (equals(NAMES.get(name))) {
                return name;
            }
        }
        return String.join(
                ",",
                ranges.stream()
                        .map(r -> r.single() ? "" + r.from() : r.from() + "-" + r.to())
                        .toList());
    }

    /**
     * The pages of a document, each once.
     *
     * @param count how many pages it has
     * @return their indexes, 0 being the first, in the order of the selection; a range is cut to what is there
     */
    public List<Integer> indexes(int count) {
        Set<Integer> indexes = new LinkedHashSet<>();
        for (Range range : ranges) {
            int from = Math.max(index(range.from(), count), 0);
            int to = Math.min(index(range.to(), count), count - 1);
            for (int i = from; i <= to; i++) {
                indexes.add(i);
            }
        }
        return List.copyOf(indexes);
    }

    /**
     * A page that is named alone and is not there.
     *
     * @param count how many pages there are
     * @return its number as written
     */
    public OptionalInt missing(int count) {
        return ranges.stream()
                .filter(Range::single)
                .mapToInt(Range::from)
                .filter(p -> index(p, count) < 0 || index(p, count) >= count)
                .findFirst();
    }

    private static int index(int page, int count) {
        return page > 0 ? page - 1 : count + page;
    }
}
