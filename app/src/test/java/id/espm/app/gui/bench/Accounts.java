package id.espm.app.gui.bench;

import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.EspmServer;
import id.espm.sandbox.espm.EspmServerConfig;
import id.espm.sandbox.espm.ReceiptKey;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.judge.Revocation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A practice eSPM with one account that may send SPM, and the mails it sends. */
public final class Accounts {
    public static final String USER = "operator";
    public static final String PASSWORD = "rahasia1";

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Pattern CODE = Pattern.compile("Kode keamanan: (\\d{6})");

    private Accounts() {}

    /** Starts it on a folder of its own. */
    public static EspmServer start(PracticeFolder practice, Path data) throws IOException {
        IssuedKey receipts = practice.receiptKey();
        PracticeOfficial ppspm = practice.official("PPSPM");
        List<Account> accounts = List.of(
                account(USER, AccountKind.OPERATOR_SATKER, "OPERATOR_SATKER", ppspm, Set.of()),
                account("PPSPM", AccountKind.PEJABAT, "PPSPM", ppspm, Set.of(ppspm.serial())));
        return EspmServer.start(EspmServerConfig.builder(
                        data,
                        practice.ca().anchors(),
                        accounts,
                        new ReceiptKey(receipts.privateKey(), receipts.chain()))
                .revocation(Revocation.NOT_REQUIRED)
                .build());
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

    /** The code in the latest mail. */
    public static String mailedCode(EspmServer server) throws IOException {
        try (Stream<Path> mails = Files.list(server.mailbox())) {
            Path last = mails.sorted().reduce((first, second) -> second).orElseThrow();
            Matcher code = CODE.matcher(Files.readString(last));
            if (!code.find()) {
                throw new IOException("no code in " + last);
            }
            return code.group(1);
        }
    }
}
