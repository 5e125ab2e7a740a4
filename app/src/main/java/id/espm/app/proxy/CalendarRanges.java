package id.espm.app.proxy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether now is within a range of days or times, both ends included, as browsers understand them. A range whose end comes
 * before its start goes over midnight, Saturday, the last of the month, or New Year. With {@code "GMT"} behind it, it is meant
 * there. What is no range holds nothing.
 */
final class CalendarRanges {
    private static final String GMT = "GMT";
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final int MAX_DAY = 31;
    private static final int PARTS_OF_TIME = 3;
    private static final int BASE = 100;

    private final Clock clock;

    CalendarRanges(Clock clock) {
        this.clock = clock;
    }

    /** One day, or two: {@code "MON", "FRI"}. */
    boolean weekdays(String... arguments) {
        long today = now(arguments).get(ChronoField.DAY_OF_WEEK) % DAYS.size();
        return range(plain(arguments), 1, parts -> index(DAYS, parts.getFirst()))
                .filter(range -> range.holdsInTurn(today))
                .isPresent();
    }

    /** A day, a month, a year, a day of a month, a month of a year, a date; or two of the same kind. */
    boolean dates(String... arguments) {
        List<String> plain = plain(arguments);
        List<ChronoField> fields = fields(plain);
        boolean one = Set.copyOf(fields).size() == fields.size();
        List<ChronoField> kind = one ? fields : fields.subList(0, fields.size() / 2);
        boolean twice = one || fields.subList(kind.size(), fields.size()).equals(kind);
        if (fields.size() != plain.size() || !twice || Set.copyOf(kind).size() != kind.size()) {
            return false;
        }
        ZonedDateTime now = now(arguments);
        long today = weighed(kind, kind.stream().map(now::getLong).toList());
        // Years do not come again.
        boolean comesAgain = !kind.contains(ChronoField.YEAR);
        return range(plain, kind.size(), parts -> date(kind, parts))
                .filter(range -> comesAgain ? range.holdsInTurn(today) : range.holds(today))
                .isPresent();
    }

    /** An hour, or two; or hour and minute, or hour, minute and second, of two. */
    boolean times(String... arguments) {
        List<String> plain = plain(arguments);
        int parts = Math.ceilDiv(plain.size(), 2);
        if (parts > PARTS_OF_TIME) {
            return false;
        }
        ZonedDateTime now = now(arguments);
        List<Long> clockTime = List.of((long) now.getHour(), (long) now.getMinute(), (long) now.getSecond());
        return range(plain, parts, CalendarRanges::time)
                .filter(range -> range.holdsInTurn(weighed(clockTime.subList(0, parts))))
                .isPresent();
    }

    private record Range(long from, long to) {
        boolean holds(long now) {
            return from <= now && now <= to;
        }

        /** What comes again may begin before what it ends with. */
        boolean holdsInTurn(long now) {
            return from <= to ? holds(now) : from <= now || now <= to;
        }
    }

    private interface Reading {
        OptionalLong read(List<String> parts);
    }

    /** @param size of each end, in arguments; one end alone is both */
    private static Optional<Range> range(List<String> arguments, int size, Reading reading) {
        if (size == 0 || (arguments.size() != size && arguments.size() != 2 * size)) {
            return Optional.empty();
        }
        OptionalLong from = reading.read(arguments.subList(0, size));
        OptionalLong to = reading.read(arguments.subList(arguments.size() - size, arguments.size()));
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Range(from.getAsLong(), to.getAsLong()))
                : Optional.empty();
    }

    private ZonedDateTime now(String... arguments) {
        boolean gmt = arguments.length > 0 && arguments[arguments.length - 1].equals(GMT);
        return clock.instant().atZone(gmt ? ZoneOffset.UTC : clock.getZone());
    }

    private static List<String> plain(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.equals(GMT))
                .toList();
    }

    /** Fewer than there are parts where one is nothing of a date. */
    private static List<ChronoField> fields(List<String> parts) {
        return parts.stream().flatMap(part -> field(part).stream()).toList();
    }

    private static Optional<ChronoField> field(String part) {
        if (index(MONTHS, part).isPresent()) {
            return Optional.of(ChronoField.MONTH_OF_YEAR);
        }
        OptionalLong number = number(part);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(number.getAsLong() > MAX_DAY ? ChronoField.YEAR : ChronoField.DAY_OF_MONTH);
    }

    private static OptionalLong date(List<ChronoField> fields, List<String> parts) {
        List<Long> values = parts.stream()
                .map(part -> number(part).orElseGet(() -> index(MONTHS, part).orElse(0) + 1))
                .toList();
        return OptionalLong.of(weighed(fields, values));
    }

    /** The year counts most, whatever the order. */
    private static long weighed(List<ChronoField> fields, List<Long> values) {
        long sum = 0;
        for (int i = 0; i < fields.size(); i++) {
            sum += values.get(i)
                    * switch (fields.get(i)) {
                        case YEAR -> BASE * BASE;
                        case MONTH_OF_YEAR -> BASE;
                        default -> 1;
                    };
        }
        return sum;
    }

    private static OptionalLong time(List<String> parts) {
        List<OptionalLong> numbers = parts.stream().map(CalendarRanges::number).toList();
        return numbers.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        weighed(numbers.stream().map(OptionalLong::getAsLong).toList()))
                : OptionalLong.empty();
    }

    private static long weighed(List<Long> parts) {
        return parts.stream().reduce(0L, (sum, part) -> sum * BASE + part);
    }

    private static OptionalLong index(List<String> names, String name) {
        int index = names.indexOf(name.toUpperCase(Locale.ROOT));
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /** Of up to four digits; JavaScript hands over whole numbers without a point. */
    private static OptionalLong number(String text) {
        return text.matches("[0-9]{1,4}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
