package id.espm.signer.pdf.appearance.block;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;

/** How people write the zone behind a time: WIB, WITA, WIT (Keppres 41/1987), elsewhere the distance to UTC. */
final class ZoneName {
    private static final Map<String, String> BY_ID = Map.of(
            "Asia/Jakarta", "WIB",
            "Asia/Pontianak", "WIB",
            "Asia/Makassar", "WITA",
            "Asia/Ujung_Pandang", "WITA",
            "Asia/Jayapura", "WIT");
    private static final Map<ZoneOffset, String> BY_OFFSET =
            Map.of(ZoneOffset.ofHours(7), "WIB", ZoneOffset.ofHours(8), "WITA", ZoneOffset.ofHours(9), "WIT");

    private ZoneName() {}

    static String of(ZonedDateTime time) {
        String known = BY_ID.getOrDefault(time.getZone().getId(), BY_OFFSET.get(time.getOffset()));
        if (known != null) {
            return known;
        }
        return time.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + time.getOffset().getId();
    }
}
