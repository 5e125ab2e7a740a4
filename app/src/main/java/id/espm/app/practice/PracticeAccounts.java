package id.espm.app.practice;

import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.samples.Satker;
import id.espm.signer.Jabatan;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everyone whom the practice eSPM knows: an operator satker and an operator bendahara, who have no certificate
 * (PER-10/PB/2018, Lampiran 5), and the officials with their registered serial numbers. Passwords lie beside the officials'
 * passphrases, {@code OPERATOR_SATKER.password}.
 */
final class PracticeAccounts {
    /** Sends everything but LPJ. */
    static final String OPERATOR_SATKER = "OPERATOR_SATKER";
    /** Sends LPJ. */
    static final String OPERATOR_BENDAHARA = "OPERATOR_BENDAHARA";

    private static final String DIPA = "DIPA-LATIHAN";
    private static final int PASSWORD_BYTES = 8;

    private final PracticeFolder folder;
    private final int tahun;

    private PracticeAccounts(PracticeFolder folder, int tahun) {
        this.folder = folder;
        this.tahun = tahun;
    }

    /** Accounts whose appointments are of the clock's year. */
    static PracticeAccounts of(PracticeFolder folder, Clock clock) {
        return new PracticeAccounts(
                folder, clock.instant().atZone(Satker.LATIHAN.zona()).getYear());
    }

    /** All accounts; makes the passwords that are not there yet. */
    List<Account> all() throws IOException {
        List<Account> accounts = new ArrayList<>();
        accounts.add(operator(OPERATOR_SATKER, AccountKind.OPERATOR_SATKER, "9999990101800001"));
        accounts.add(operator(OPERATOR_BENDAHARA, AccountKind.OPERATOR_BENDAHARA, "9999990101800002"));
        for (PracticeOfficial official : folder.officials()) {
            accounts.add(official(official));
        }
        return accounts;
    }

    /** Makes the passwords that are not there yet. */
    void makePasswords() throws IOException {
        password(OPERATOR_SATKER);
        password(OPERATOR_BENDAHARA);
        for (PracticeOfficial official : folder.officials()) {
            password(official.name());
        }
    }

    /** User names have at least eight letters and digits (Lampiran 1.2). */
    static String username(String name) {
        return (name + Satker.LATIHAN.kode()).toLowerCase(Locale.ROOT).replace("_", "");
    }

    private Path passwordFile(String name) {
        return folder.dir().resolve("officials").resolve(name + ".password");
    }

    /** The password; makes one where there is none. */
    String password(String name) throws IOException {
        Path file = passwordFile(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path part = file.resolveSibling("." + name + ".part");
            Files.writeString(part, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private Account operator(String name, AccountKind kind, String nik) throws IOException {
        return new Account(
                username(name),
                password(name),
                false,
                kind,
                name.replace('_', ' ') + " LATIHAN",
                nik,
                name.toLowerCase(Locale.ROOT).replace('_', '.') + "@latihan-espm.go.id",
                Set.of(),
                List.of(appointment(kind.name())));
    }

    /** Officials with a defective certificate are registered too, so that the defect is what is found. */
    private Account official(PracticeOfficial official) throws IOException {
        return new Account(
                username(official.name()),
                password(official.name()),
                false,
                AccountKind.PEJABAT,
                official.fullName(),
                official.nik(),
                official.email(),
                Set.<BigInteger>of(official.serial()),
                List.of(appointment(isJabatan(official.name()) ? official.name() : Jabatan.PPSPM.name())));
    }

    private static boolean isJabatan(String name) {
        for (Jabatan jabatan : Jabatan.values()) {
            if (jabatan.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Appointment appointment(String jabatan) {
        Satker satker = Satker.LATIHAN;
        return new Appointment(
                jabatan,
                satker.kode(),
                satker.nama(),
                satker.kppn(),
                satker.namaKppn(),
                satker.zona(),
                tahun,
                DIPA,
                true);
    }
}
