package id.espm.app;

import id.espm.app.outbox.OutboxRow;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.EspmLimits;
import id.espm.sandbox.espm.EspmServer;
import id.espm.sandbox.espm.EspmServerConfig;
import id.espm.sandbox.espm.ReceiptKey;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.espm.token.Mailbox;
import id.espm.sandbox.judge.Revocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The practice eSPM on a folder of its own, with an operator who sends and every official of the practice folder. */
public final class RealEspm implements AutoCloseable {
    public static final String USER = "operator";
    public static final String PASSWORD = "Rahasia-operator-1";

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final EspmServer server;

    private RealEspm(EspmServer server) {
        this.server = server;
    }

    public static RealEspm start(Practice practice, Path data) throws IOException {
        return start(practice, data, EspmLimits.builder().build(), Clock.systemUTC());
    }

    public static RealEspm start(Practice practice, Path data, EspmLimits limits, Clock clock) throws IOException {
        return start(practice.folder(), data, limits, clock);
    }

    public static RealEspm start(PracticeFolder practice, Path data, EspmLimits limits, Clock clock)
            throws IOException {
        IssuedKey receipts = practice.receiptKey();
        List<Account> accounts = new ArrayList<>();
        accounts.add(
                account(USER, AccountKind.OPERATOR_SATKER, "OPERATOR_SATKER", practice.official("PPSPM"), Set.of()));
        for (String jabatan : List.of("PPSPM", "PPK", "KPA", "BENDAHARA")) {
            PracticeOfficial official = practice.official(jabatan);
            accounts.add(account(jabatan, AccountKind.PEJABAT, jabatan, official, Set.of(official.serial())));
        }
        return new RealEspm(EspmServer.start(EspmServerConfig.builder(
                        data,
                        practice.ca().anchors(),
                        accounts,
                        new ReceiptKey(receipts.privateKey(), receipts.chain()))
                .limits(limits)
                .clock(clock)
                .revocation(Revocation.NOT_REQUIRED)
                .build()));
    }

    private static Account account(
            String user, AccountKind kind, String jabatan, PracticeOfficial who, Set<BigInteger> serials) {
        Appointment post = new Appointment(
                jabatan,
                who.satker(),
                "Satker Latihan",
                who.kppn(),
                "KPPN Tolitoli",
                WITA,
                ZonedDateTime.now(WITA).getYear(),
                "DIPA-" + who.satker(),
                true);
        return new Account(
                user,
                PASSWORD,
                false,
                kind,
                "Nama " + user,
                "9999990101700009",
                user.toLowerCase(Locale.ROOT) + "@latihan-espm.go.id",
                serials,
                List.of(post));
    }

    public EspmServer server() {
        return server;
    }

    public URI address() {
        return server.address();
    }

    public OutboxRow.Account account() {
        return new OutboxRow.Account(address(), USER);
    }

    /** The options by which the operator sends. */
    public static List<Object> options(Practice practice, URI address, Path passwords) {
        try {
            Path file = Files.writeString(passwords.resolve("sandi-espm.txt"), PASSWORD);
            return List.of("--url", address, "--user", USER, "--password-file", file, "--trust", practice.trust());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What KPPN's inbox holds of a submission, byte for byte. */
    public byte[] received(String id, Path folder) throws IOException {
        return Files.readAllBytes(server.kppn().download(id, folder).bundle());
    }

    /** The code in the latest mail, which a person would look for in the mailbox. */
    public String mailedCode() {
        return mailedCode(server.mailbox());
    }

    /** The code in the latest mail of a mailbox. */
    public static String mailedCode(Path mailbox) {
        try {
            return Mailbox.newest(mailbox, 1).getFirst().code().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
