package id.espm.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
    private static final Instant TIME = Instant.parse("2026-11-21T06:05:30Z");

    private static String told(Locale locale, String zone) {
        return new DateText(Messages.shared(locale), ZoneId.of(zone)).dateTime(TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, 13.05 WIB",
        "Asia/Pontianak, 13.05 WIB",
        "Asia/Makassar, 14.05 WITA",
        "Asia/Jayapura, 15.05 WIT",
        "UTC, 06.05 UTC",
        "Asia/Tokyo, 15.05 UTC+09:00"
    })
    void timesAreToldInTheZonesOwnName(String zone, String expected) {
        assertThat(told(Messages.INDONESIAN, zone)).isEqualTo("21 November 2026 pukul " + expected);
    }

    @Test
    void everyMonthHasItsIndonesianName() {
        DateText dates = new DateText(Messages.shared(Messages.INDONESIAN), ZoneId.of("Asia/Jakarta"));

        assertThat(dates.date(Instant.parse("2026-08-17T00:00:00Z"))).isEqualTo("17 Agustus 2026");
        assertThat(told(Locale.ENGLISH, "Asia/Makassar")).isEqualTo("21 November 2026 14:05 WITA");
    }

    @Test
    void aTableHasItShorter() {
        assertThat(new DateText(Messages.shared(Messages.INDONESIAN), ZoneId.of("Asia/Makassar")).brief(TIME))
                .isEqualTo("21 Nov 2026 14.05 WITA");
        assertThat(new DateText(Messages.shared(Locale.ENGLISH), ZoneId.of("Asia/Makassar")).brief(TIME))
                .isEqualTo("21 Nov 2026 14:05 WITA");
    }
}
