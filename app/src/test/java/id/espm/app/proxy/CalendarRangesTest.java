package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Monday, 1 June 2026, 00:30:15 in Jakarta, and still Sunday, 31 May, 17:30:15 in Greenwich. */
class CalendarRangesTest {
    private final CalendarRanges ranges =
            new CalendarRanges(Clock.fixed(Instant.parse("2026-05-31T17:30:15Z"), ZoneId.of("Asia/Jakarta")));

    @ParameterizedTest
    @CsvSource({
        "MON, true",
        "TUE, false",
        "MON FRI, true",
        "TUE SUN, false",
        "SAT MON, true",
        "FRI TUE, true",
        "SUN GMT, true",
        "MON GMT, false",
        "mon, true",
    })
    void weekdays(String arguments, boolean within) {
        assertThat(ranges.weekdays(arguments.split(" "))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "2, false",
        "31 GMT, true",
        "1 15, true",
        "25 5, true",
        "2 31, false",
        "JUN, true",
        "MAY GMT, true",
        "JAN MAR, false",
        "NOV JUN, true",
        "2026, true",
        "2024 2025, false",
        "2026 2025, false",
        "1 JUN, true",
        "31 MAY GMT, true",
        "24 DEC, false",
        "1 MAR 15 AUG, true",
        "2 JUN 31 MAY, false",
        "15 AUG 1 JUN, true",
        "1 JUN 2026, true",
        "1 JUN 2025, false",
        "MAY 2026 JUN 2026, true",
        "JUL 2026 JUN 2026, false",
        "2 JUN 2025 1 JUN 2026, true",
        "2 JUN 2026 1 JUN 2030, false",
    })
    void dates(String arguments, boolean within) {
        assertThat(ranges.dates(arguments.split(" "))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "1, false",
        "17 GMT, true",
        "0 1, true",
        "8 17, false",
        "22 5, true",
        "0 0 0 30, true",
        "0 31 23 59, false",
        "23 0 0 30, true",
        "0 0 0 0 30 15, true",
        "0 30 16 0 30 20, false",
        "17 30 17 31 GMT, true",
    })
    void times(String arguments, boolean within) {
        assertThat(ranges.times(arguments.split(" "))).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GMT", "x", "-1", "1.5", "1 2 3", "1 x", "JUN 1 1 1", "99999", "JUN MON", "1 JUN 2 JUL 3"})
    void whatIsNoRangeHoldsNothing(String arguments) {
        assertThat(ranges.weekdays(arguments.split(" "))).isFalse();
        assertThat(ranges.dates(arguments.split(" "))).isFalse();
        assertThat(ranges.times(arguments.split(" "))).isFalse();
    }
}
