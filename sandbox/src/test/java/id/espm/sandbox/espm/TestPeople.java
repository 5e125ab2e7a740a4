package id.espm.sandbox.espm;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A CA and the people of satker 527010, made once for all tests; nothing here changes. */
final class TestPeople {
    static final String PASSWORD = "rahasia1";
    static final CertificateAuthority CA = CertificateAuthority.inMemory(Clock.systemUTC());
    static final TestOfficial PPSPM = TestOfficial.issue(CA, "Siti Aminah", "PPSPM; satker 527010");
    static final TestOfficial PPK = TestOfficial.issue(CA, "Rahmat Hidayat", "PPK; satker 527010");
    static final TestOfficial BENDAHARA = TestOfficial.issue(CA, "Dewi Lestari", "BENDAHARA; satker 527010");
    static final TestOfficial STRANGER = TestOfficial.issue(CA, "Tidak Terdaftar", "PPSPM; satker 527010");
    static final IssuedKey RECEIPTS = CA.issue(
            CertificateProfile.signer(Subject.named("eSPM LATIHAN").build()).build());

    private TestPeople() {}

    static List<Account> accounts() {
        return List.of(
                account("operator", AccountKind.OPERATOR_SATKER, false, Set.of(), post("OPERATOR_SATKER", true)),
                account(
                        "bendahara-op",
                        AccountKind.OPERATOR_BENDAHARA,
                        false,
                        Set.of(),
                        post("OPERATOR_BENDAHARA", true)),
                account("pindah", AccountKind.OPERATOR_SATKER, false, Set.of(), post("OPERATOR_SATKER", false)),
                account("kppn082", AccountKind.OPERATOR_KPPN, false, Set.of()),
                account("baru", AccountKind.OPERATOR_SATKER, true, Set.of(), post("OPERATOR_SATKER", true)),
                account("ppspm", AccountKind.PEJABAT, false, Set.of(PPSPM), post("PPSPM", true)),
                account("ppk", AccountKind.PEJABAT, false, Set.of(PPK), post("PPK", true)),
                account("bendahara", AccountKind.PEJABAT, false, Set.of(BENDAHARA), post("BENDAHARA", true)));
    }

    static Account account(
            String username,
            AccountKind kind,
            boolean mustChangePassword,
            Set<TestOfficial> certificates,
            Appointment... appointments) {
        return new Account(
                username,
                PASSWORD,
                mustChangePassword,
                kind,
                "Nama " + username,
                "7204010101800001",
                username + "@satker.go.id",
                certificates.stream().map(TestOfficial::serial).collect(Collectors.toSet()),
                Arrays.asList(appointments));
    }

    static Appointment post(String jabatan, boolean active) {
        return new Appointment(
                jabatan,
                "527010",
                "Satker Latihan",
                "082",
                "KPPN Tolitoli",
                ZoneId.of("Asia/Makassar"),
                2026,
                "DIPA-527010/2026",
                active);
    }
}
