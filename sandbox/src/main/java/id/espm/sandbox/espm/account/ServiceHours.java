package id.espm.sandbox.espm.account;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

/**
 * When KPPN receives, in its own local time (PER-10/PB/2018 Pasal 7(1)-(3)). It informs and never blocks
 * (Pasal 8(1)).
 *
 * @param opens first moment
 * @param closes last moment
 * @param days working days, in order
 */
public record ServiceHours(LocalTime opens, LocalTime closes, List<DayOfWeek> days) {
    /** 08.00-15.00, Monday to Friday. */
    public static final ServiceHours PER_10_PB_2018 = new ServiceHours(
            LocalTime.of(8, 0), LocalTime.of(15, 0), List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

    public ServiceHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens is not before closes");
        }
        days = List.copyOf(days);
    }
}
