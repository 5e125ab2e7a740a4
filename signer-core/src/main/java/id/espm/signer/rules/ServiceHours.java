package id.espm.signer.rules;

import id.espm.signer.Kppn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a KPPN receives, in its own local time (PER-10/PB/2018 Pasal 7(1)-(3)). It informs and never blocks: a KPPN may receive
 * at other times too (Pasal 8(1)).
 *
 * @param from     first moment of a day
 * @param to       last moment
 * @param days     working days
 * @param holidays days that are none although they fall on one: libur nasional and cuti bersama, which each office fills in
 *     from the yearly decree
 * @param zones    the zone of each KPPN by its code, as far as it was filled in: there is no public list
 * @param pasal    where the regulation says so
 */
public record ServiceHours(
        LocalTime from,
        LocalTime to,
        Set<DayOfWeek> days,
        Set<LocalDate> holidays,
        Map<String, Zona> zones,
        String pasal) {

    /**
     * Hours on at least one day of the week.
     *
     * @throws IllegalArgumentException if they end before they begin, there is no day, or a zone is that of no KPPN
     */
    public ServiceHours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        zones = Map.copyOf(zones);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("serviceHours.to is not after serviceHours.from");
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("serviceHours.days is empty");
        }
        zones.keySet().forEach(Kppn::new);
    }

    /** Whether a KPPN receives at a moment. */
    public sealed interface State {
        /** It receives, until {@code until}. */
        record Open(ZonedDateTime until) implements State {}

        /** It does not, and opens at {@code opensNext}. */
        record Closed(ZonedDateTime opensNext) implements State {}
    }

    /**
     * What holds at a moment.
     *
     * @param now in the zone of the KPPN, in which the answer is too
     */
    public State at(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        if (isWorkingDay(today) && !time.isBefore(from) && !time.isAfter(to)) {
            return new State.Open(today.atTime(to).atZone(now.getZone()));
        }
        LocalDate day = time.isBefore(from) ? today : today.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return new State.Closed(day.atTime(from).atZone(now.getZone()));
    }

    /** Whether a KPPN works on a day. */
    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The zone of a KPPN, where it was filled in. */
    public Optional<Zona> zoneOf(Kppn kppn) {
        return Optional.ofNullable(zones.get(kppn.kode()));
    }
}
