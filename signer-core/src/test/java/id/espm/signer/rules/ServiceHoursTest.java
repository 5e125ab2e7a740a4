package id.espm.signer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.espm.signer.Kppn;
import id.espm.signer.rules.ServiceHours.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceHoursTest {
    private final ServiceHours hours = Rules.builtIn().serviceHours();

    /** 16 to 20 November 2026 are Monday to Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-16T08:00,2026-11-16T15:00",
        "2026-11-18T12:30,2026-11-18T15:00",
        "2026-11-20T15:00,2026-11-20T15:00"
    })
    void onAWorkingDayItReceivesFromEightToThree(String now, String until) {
        assertThat(hours.at(wita(now))).isEqualTo(new State.Open(wita(until)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T07:59:59,2026-11-16T08:00",
        "2026-11-16T00:00,2026-11-16T08:00",
        "2026-11-17T15:00:01,2026-11-18T08:00",
        "2026-11-17T23:59,2026-11-18T08:00",
        "2026-11-20T15:01,2026-11-23T08:00",
        "2026-11-21T10:00,2026-11-23T08:00",
        "2026-11-22T07:00,2026-11-23T08:00",
        "2026-12-31T16:00,2027-01-01T08:00"
    })
    void otherwiseItOpensOnTheNextWorkingDay(String now, String opens) {
        assertThat(hours.at(wita(now))).isEqualTo(new State.Closed(wita(opens)));
    }

    @Test
    void holidaysAreNoWorkingDays() {
        ServiceHours christmas =
                with(Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)));

        assertThat(christmas.at(wita("2026-12-24T10:00"))).isEqualTo(new State.Closed(wita("2026-12-29T08:00")));
        assertThat(christmas.at(wita("2026-12-23T16:00"))).isEqualTo(new State.Closed(wita("2026-12-29T08:00")));
        assertThat(christmas.at(wita("2026-12-29T09:00"))).isInstanceOf(State.Open.class);
    }

    @Test
    void theSameMomentIsAnotherTimeOfDayInEachZone() {
        Instant moment = Instant.parse("2026-11-18T07:30:00Z");
        Map<Zona, String> states = Arrays.stream(Zona.values())
                .collect(Collectors.toMap(
                        zona -> zona, zona -> hours.at(moment.atZone(zona.id())).toString()));

        assertThat(states.get(Zona.WIB)).startsWith("Open[until=2026-11-18T15:00+07:00");
        assertThat(states.get(Zona.WITA)).startsWith("Closed[opensNext=2026-11-19T08:00+08:00");
        assertThat(states.get(Zona.WIT)).startsWith("Closed[opensNext=2026-11-19T08:00+09:00");
    }

    @Test
    void onAFridayEveningTheDayAlreadyChangesInTheEast() {
        Instant moment = Instant.parse("2026-11-19T16:30:00Z");

        assertThat(hours.at(moment.atZone(Zona.WIB.id())))
                .isEqualTo(
                        new State.Closed(LocalDateTime.parse("2026-11-20T08:00").atZone(Zona.WIB.id())));
        assertThat(hours.at(moment.atZone(Zona.WIT.id())))
                .isEqualTo(
                        new State.Closed(LocalDateTime.parse("2026-11-20T08:00").atZone(Zona.WIT.id())));
        assertThat(moment.atZone(Zona.WIB.id()).getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(moment.atZone(Zona.WIT.id()).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }

    @ParameterizedTest
    @EnumSource(Zona.class)
    void noZoneHasSummerTime(Zona zona) {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        assertThat(zona.id().getRules().nextTransition(now)).isNull();
        assertThat(zona.id().getRules().getOffset(now).getTotalSeconds()).isEqualTo((7 + zona.ordinal()) * 3600);
    }

    @Test
    void theZoneOfAKppnIsKnownWhereItWasFilledIn() {
        assertThat(hours.zoneOf(new Kppn("082"))).contains(Zona.WITA);
        assertThat(hours.zoneOf(new Kppn("999"))).isEmpty();
    }

    @Test
    void hoursThatMakeNoSenseAreRefused() {
        LocalTime eight = LocalTime.of(8, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ServiceHours(eight, eight, Set.of(DayOfWeek.MONDAY), Set.of(), Map.of(), "Pasal 7"))
                .withMessageContaining("serviceHours.to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceHours(eight, LocalTime.NOON, Set.of(), Set.of(), Map.of(), "Pasal 7"))
                .withMessageContaining("serviceHours.days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceHours(
                        eight,
                        LocalTime.NOON,
                        Set.of(DayOfWeek.MONDAY),
                        Set.of(),
                        Map.of("Tolitoli", Zona.WITA),
                        "Pasal 7"));
    }

    private static ServiceHours with(Set<LocalDate> holidays) {
        return new ServiceHours(
                LocalTime.of(8, 0),
                LocalTime.of(15, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                holidays,
                Map.of(),
                "PER-10/PB/2018 Pasal 7(1)-(3)");
    }

    private static ZonedDateTime wita(String local) {
        return LocalDateTime.parse(local).atZone(Zona.WITA.id());
    }
}
