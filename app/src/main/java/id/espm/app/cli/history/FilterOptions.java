package id.espm.app.cli.history;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.history.EntryFilter;
import id.espm.signer.Satker;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries are shown. */
final class FilterOptions {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000_000;

    @Option(names = "--nomor", paramLabel = "NOMOR", descriptionKey = "history-nomor")
    private @Nullable String nomor;

    @Option(names = "--satker", paramLabel = "KODE", descriptionKey = "satker")
    private @Nullable Satker satker;

    @Option(names = "--since", paramLabel = "TIME", descriptionKey = "history-since")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "history-until")
    private @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "history-limit")
    private int limit = DEFAULT_LIMIT;

    int limit() {
        return limit;
    }

    /** The filter; one entry more than the limit tells whether there are more. */
    EntryFilter filter(CommandContext context) throws CommandException {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw CommandException.wrongCall(context.messages().get("call.limit", MAX_LIMIT));
        }
        return EntryFilter.builder()
                .nomor(nomor)
                .satker(satker)
                .since(time(since, "--since", 0, context))
                .until(time(until, "--until", 1, context))
                .limit(limit + 1)
                .build();
    }

    /**
     * A time, or a date that stands for the beginning or the end of that day where the user is.
     *
     * @param days 0 for the beginning, 1 for the end
     */
    private static @Nullable Instant time(@Nullable String text, String option, int days, CommandContext context)
            throws CommandException {
        if (text == null) {
            return null;
        }
        ZoneId zone = context.zone();
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusMillis(days);
        } catch (DateTimeException e) {
            throw CommandException.wrongCall(context.messages().get("call.bad-value", option, "TIME"));
        }
    }
}
