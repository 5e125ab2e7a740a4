package id.espm.app.history;

import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.signer.Satker;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param nomor  that name this number
 * @param begins that name a number which begins so
 * @param since  not before it
 * @param until  not after it
 * @param limit  how many at most, the newest
 */
public record EntryFilter(
        Optional<String> nomor,
        Optional<String> begins,
        Optional<Satker> satker,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Kind> kind,
        int limit) {
    /** @throws IllegalArgumentException if the limit is not positive */
    public EntryFilter {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** All entries. */
    public static Builder builder() {
        return new Builder();
    }

    /** Narrows down which entries are asked for; what is null is not asked. */
    public static final class Builder {
        private @Nullable String nomor;
        private @Nullable String begins;
        private @Nullable Satker satker;
        private @Nullable Instant since;
        private @Nullable Instant until;
        private @Nullable Kind kind;
        private int limit = Integer.MAX_VALUE;

        private Builder() {}

        public Builder nomor(@Nullable String value) {
            nomor = value;
            return this;
        }

        public Builder nomorBegins(@Nullable String value) {
            begins = value;
            return this;
        }

        public Builder satker(@Nullable Satker value) {
            satker = value;
            return this;
        }

        public Builder since(@Nullable Instant value) {
            since = value;
            return this;
        }

        public Builder until(@Nullable Instant value) {
            until = value;
            return this;
        }

        public Builder kind(@Nullable Kind value) {
            kind = value;
            return this;
        }

        public Builder limit(int value) {
            limit = value;
            return this;
        }

        /** The filter. */
        public EntryFilter build() {
            return new EntryFilter(
                    Optional.ofNullable(nomor),
                    Optional.ofNullable(begins),
                    Optional.ofNullable(satker),
                    Optional.ofNullable(since),
                    Optional.ofNullable(until),
                    Optional.ofNullable(kind),
                    limit);
        }
    }
}
