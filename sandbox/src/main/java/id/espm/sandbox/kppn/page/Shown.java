package id.espm.sandbox.kppn.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Shown {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH.mm.ss", Locale.ROOT);
    private static final int KIB = 1024;

    private Shown() {}

    /**
     * A time.
     *
     * @param text local, with the name of the zone
     * @param iso the same for machines
     */
    record Time(String text, String iso) {}

    static Time time(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        return new Time(TIME.format(local) + " " + zoneName(local), time.toString());
    }

    /** WIB, WITA or WIT (Keppres 41/1987), else the distance from UTC. */
    private static String zoneName(ZonedDateTime time) {
        return switch (time.getOffset().getTotalSeconds()) {
            case 7 * 3600 -> "WIB";
            case 8 * 3600 -> "WITA";
            case 9 * 3600 -> "WIT";
            case 0 -> "UTC";
            default -> "UTC" + time.getOffset();
        };
    }

    static String size(long bytes) {
        Locale indonesian = Locale.of("id", "ID");
        if (bytes < KIB) {
            return String.format(indonesian, "%d byte", bytes);
        }
        return bytes < (long) KIB * KIB
                ? String.format(indonesian, "%,d KiB", bytes / KIB)
                : String.format(indonesian, "%,.1f MiB", (double) bytes / KIB / KIB);
    }
}
