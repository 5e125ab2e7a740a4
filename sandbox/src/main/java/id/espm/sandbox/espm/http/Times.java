package id.espm.sandbox.espm.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as the interface writes them. */
final class Times {
    /** RFC 9110, 5.6.7: two digits for the day, which Java's own RFC 1123 format does not promise. */
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** RFC 3339 in UTC, to the second. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String httpDate(Instant time) {
        return HTTP.format(time);
    }
}
