package id.espm.sandbox.kppn.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, 22-11-2026 08.02.03 WIB",
        "Asia/Makassar, 22-11-2026 09.02.03 WITA",
        "Asia/Jayapura, 22-11-2026 10.02.03 WIT",
        "UTC, 22-11-2026 01.02.03 UTC",
        "Europe/Berlin, 22-11-2026 02.02.03 UTC+01:00"
    })
    void aTimeNamesItsZone(String zone, String text) {
        Instant time = Instant.parse("2026-11-22T01:02:03.999Z");

        assertThat(Shown.time(time, ZoneId.of(zone))).isEqualTo(new Shown.Time(text, "2026-11-22T01:02:03.999Z"));
    }

    @Test
    void sizesAreReadable() {
        assertThat(Shown.size(0)).isEqualTo("0 byte");
        assertThat(Shown.size(53_248)).isEqualTo("52 KiB");
        assertThat(Shown.size(1_572_864)).isEqualTo("1,5 MiB");
    }
}
