package id.espm.app.delivery;

import id.espm.app.espm.Profile.KppnToday;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a KPPN receives (PER-10/PB/2018 Pasal 7(1)-(3)): told, never enforced, for KPPN may take more (Pasal 8(1)). Public
 * holidays are not known here.
 */
public final class Reception {
    private static final int DAYS_AHEAD = 14;

    private Reception() {}

    /**
     * The next time that the KPPN opens, in its own zone.
     *
     * @return empty where it is open now, or where it says nothing of its days
     */
    public static Optional<ZonedDateTime> next(KppnToday kppn, Instant now) {
        ZonedDateTime here = now.atZone(kppn.zone());
        LocalTime time = here.toLocalTime();
        boolean workingDay = kppn.workingDays().contains(here.getDayOfWeek());
        if (workingDay && !time.isBefore(kppn.opens()) && time.isBefore(kppn.closes())) {
            return Optional.empty();
        }
        int from = workingDay && time.isBefore(kppn.opens()) ? 0 : 1;
        for (int days = from; days <= DAYS_AHEAD; days++) {
            ZonedDateTime day = here.plusDays(days);
            if (kppn.workingDays().contains(day.getDayOfWeek())) {
                return Optional.of(day.with(kppn.opens()));
            }
        }
        return Optional.empty();
    }
}
