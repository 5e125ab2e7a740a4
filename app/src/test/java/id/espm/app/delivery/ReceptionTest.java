package id.espm.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.Profile.KppnToday;
import id.espm.signer.rules.ServiceHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private static KppnToday kppn(Set<DayOfWeek> days) {
        return new KppnToday("082", "Tolitoli", WITA, LocalTime.of(8, 0), LocalTime.of(15, 0), days, 100, 100);
    }

    private static final KppnToday WORKDAYS = kppn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private static final ServiceHours RULES = new ServiceHours(
            LocalTime.of(8, 0),
            LocalTime.of(15, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Set.of(LocalDate.of(2026, 12, 25)),
            Map.of(),
            "Pasal 7");

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + "+08:00[Asia/Makassar]").toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59, 2026-11-20T08:00:00",
        "2026-11-20T15:00:01, 2026-11-23T08:00:00",
        "2026-12-24T16:00:00, 2026-12-28T08:00:00",
        "2026-11-21T10:00:00, 2026-11-23T08:00:00",
        "2026-11-22T23:59:00, 2026-11-23T08:00:00",
        "2026-11-23T16:00:00, 2026-11-24T08:00:00"
    })
    void outsideItsHoursTheNextOpeningIsTold(String now, String next) {
        assertThat(Reception.next(WORKDAYS, RULES, at(now)).map(ZonedDateTime::toInstant))
                .contains(at(next));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T08:00:00", "2026-11-20T14:59:59"})
    void withinItsHoursThereIsNothingToTell(String now) {
        assertThat(Reception.next(WORKDAYS, RULES, at(now))).isEmpty();
    }

    @Test
    void aKppnThatNamesNoDaysPromisesNone() {
        assertThat(Reception.next(kppn(Set.of()), RULES, at("2026-11-20T16:00:00")))
                .isEqualTo(Optional.empty());
    }
}
