package id.espm.sandbox.espm;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.ServiceHours;
import id.espm.sandbox.judge.Revocation;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * Everything a practice eSPM needs to know. Start from {@link #builder}.
 *
 * @param dataDir database, uploads and accepted bundles; made when missing, and taken up again on the next start
 * @param mailbox folder that mails are written to, one {@code .eml} each
 * @param kppn folder that KPPN downloads to from its pages
 * @param trustAnchors CAs whose certificates count
 * @param accounts operators, officials and KPPN's people
 * @param receiptKey what receipts are signed with
 * @param port on 127.0.0.1; 0 takes a free one
 * @param clock what time it is for the server
 * @param limits sizes, counts and times
 * @param serviceHours told in the profile
 * @param revocation whether signatures are judged with revocation state
 */
public record EspmServerConfig(
        Path dataDir,
        Path mailbox,
        Path kppn,
        List<X509Certificate> trustAnchors,
        List<Account> accounts,
        ReceiptKey receiptKey,
        int port,
        Clock clock,
        EspmLimits limits,
        ServiceHours serviceHours,
        Revocation revocation) {

    public EspmServerConfig {
        trustAnchors = List.copyOf(trustAnchors);
        accounts = List.copyOf(accounts);
        if (trustAnchors.isEmpty()) {
            throw new IllegalArgumentException("no trust anchor");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /**
     * The settings without a default.
     *
     * @param dataDir see {@link EspmServerConfig#dataDir}
     * @param trustAnchors see {@link EspmServerConfig#trustAnchors}
     * @param accounts see {@link EspmServerConfig#accounts}
     * @param receiptKey see {@link EspmServerConfig#receiptKey}
     */
    public static Builder builder(
            Path dataDir, List<X509Certificate> trustAnchors, List<Account> accounts, ReceiptKey receiptKey) {
        return new Builder(dataDir, trustAnchors, accounts, receiptKey);
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private final Path dataDir;
        private final List<X509Certificate> trustAnchors;
        private final List<Account> accounts;
        private final ReceiptKey receiptKey;
        private Path mailbox;
        private Path kppn;
        private int port;
        private Clock clock = Clock.systemUTC();
        private EspmLimits limits = EspmLimits.builder().build();
        private ServiceHours serviceHours = ServiceHours.PER_10_PB_2018;
        private Revocation revocation = Revocation.ONLINE;

        private Builder(
                Path dataDir, List<X509Certificate> trustAnchors, List<Account> accounts, ReceiptKey receiptKey) {
            this.dataDir = Objects.requireNonNull(dataDir, "dataDir");
            this.trustAnchors = trustAnchors;
            this.accounts = accounts;
            this.receiptKey = receiptKey;
            this.mailbox = dataDir.resolve("mailbox");
            this.kppn = dataDir.resolve("kppn");
        }

        /** Default: {@code mailbox} in the data folder. */
        public Builder mailbox(Path value) {
            mailbox = value;
            return this;
        }

        /** Default: {@code kppn} in the data folder. */
        public Builder kppn(Path value) {
            kppn = value;
            return this;
        }

        /** Default: a free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Default: the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Default: {@link EspmLimits#builder()} as it comes. */
        public Builder limits(EspmLimits value) {
            limits = value;
            return this;
        }

        /** Default: {@link ServiceHours#PER_10_PB_2018}. */
        public Builder serviceHours(ServiceHours value) {
            serviceHours = value;
            return this;
        }

        /** Default: {@link Revocation#ONLINE}. */
        public Builder revocation(Revocation value) {
            revocation = value;
            return this;
        }

        public EspmServerConfig build() {
            return new EspmServerConfig(
                    dataDir,
                    mailbox,
                    kppn,
                    trustAnchors,
                    accounts,
                    receiptKey,
                    port,
                    clock,
                    limits,
                    serviceHours,
                    revocation);
        }
    }
}
