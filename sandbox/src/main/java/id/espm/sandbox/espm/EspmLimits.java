package id.espm.sandbox.espm;

import java.time.Duration;
import java.util.Objects;

/**
 * Bounds the server keeps. Start from {@link #builder()} and change what differs.
 *
 * @param dailySpm how many SPM a KPPN takes per local day (Pasal 8(2) lets its head set this)
 * @param maxBundleBytes largest bundle, in bytes
 * @param uploadExpiry how long an unfinished upload is kept after its last byte
 * @param sessionLifetime how long an access token is good for
 * @param codeLifetime how long a mailed security code is good for
 * @param codeTries wrong security codes after which a new one must be asked for
 * @param codeInterval time that must pass between two mails for one submission
 */
public record EspmLimits(
        int dailySpm,
        long maxBundleBytes,
        Duration uploadExpiry,
        Duration sessionLifetime,
        Duration codeLifetime,
        int codeTries,
        Duration codeInterval) {

    public EspmLimits {
        if (dailySpm < 0 || maxBundleBytes < 1 || codeTries < 1) {
            throw new IllegalArgumentException("a limit is below its least value");
        }
        Objects.requireNonNull(uploadExpiry, "uploadExpiry");
        Objects.requireNonNull(sessionLifetime, "sessionLifetime");
        Objects.requireNonNull(codeLifetime, "codeLifetime");
        Objects.requireNonNull(codeInterval, "codeInterval");
    }

    /** 100 SPM a day, 250 MiB, uploads kept a day, sessions 8 hours, codes 15 minutes and 5 tries, a mail a minute. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private int dailySpm = 100;
        private long maxBundleBytes = 250L << 20;
        private Duration uploadExpiry = Duration.ofDays(1);
        private Duration sessionLifetime = Duration.ofHours(8);
        private Duration codeLifetime = Duration.ofMinutes(15);
        private int codeTries = 5;
        private Duration codeInterval = Duration.ofMinutes(1);

        private Builder() {}

        public Builder dailySpm(int value) {
            dailySpm = value;
            return this;
        }

        public Builder maxBundleBytes(long value) {
            maxBundleBytes = value;
            return this;
        }

        public Builder uploadExpiry(Duration value) {
            uploadExpiry = value;
            return this;
        }

        public Builder sessionLifetime(Duration value) {
            sessionLifetime = value;
            return this;
        }

        public Builder codeLifetime(Duration value) {
            codeLifetime = value;
            return this;
        }

        public Builder codeTries(int value) {
            codeTries = value;
            return this;
        }

        public Builder codeInterval(Duration value) {
            codeInterval = value;
            return this;
        }

        public EspmLimits build() {
            return new EspmLimits(
                    dailySpm, maxBundleBytes, uploadExpiry, sessionLifetime, codeLifetime, codeTries, codeInterval);
        }
    }
}
