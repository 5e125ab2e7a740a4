package id.espm.app.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

/**
 * Dates and times as officials write them, with the zone's own name: WIB, WITA, WIT (Keppres 41/1987). The names of the
 * months stand in the messages, since a slim Java runtime knows them in English only.
 */
public final class DateText {
    private static final Map<String, String> ZONES = Map.of(
            "Asia/Jakarta", "WIB",
            "Asia/Pontianak", "WIB",
            "Asia/Makassar", "WITA",
            "Asia/Ujung_Pandang", "WITA",
            "Asia/Jayapura", "WIT");

    private final Messages messages;
    private final ZoneId zone;

    /** @param zone in which times are told */
    public DateText(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Such as {@code 21 November 2026}. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** A day that was named as such, whatever the zone. */
    public String date(LocalDate day) {
        return day.getDayOfMonth() + " " + messages.get("month." + day.getMonthValue()) + " " + day.getYear();
    }

    /** Such as {@code 21 November 2026 pukul 14.05 WITA}. */
    public String dateTime(Instant instant) {
        return withTime("date.time", date(instant), instant);
    }

    /** The same for a table: {@code 21 Nov 2026 14.05 WITA}. Both languages shorten months to three letters. */
    public String brief(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String month = messages.get("month." + time.getMonthValue()).substring(0, 3);
        return withTime("date.brief", time.getDayOfMonth() + " " + month + " " + time.getYear(), instant);
    }

    private String withTime(String key, String date, Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String hour = String.format(Locale.ROOT, "%02d", time.getHour());
        String minute = String.format(Locale.ROOT, "%02d", time.getMinute());
        return messages.get(key, date, hour, minute, zoneName(time));
    }

    private String zoneName(ZonedDateTime time) {
        String known = ZONES.get(zone.getId());
        return known != null ? known : "UTC" + (time.getOffset().getTotalSeconds() == 0 ? "" : time.getOffset());
    }
}
