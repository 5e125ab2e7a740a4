package id.espm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.sandbox.ca.CertificateNames;
import id.espm.sandbox.ca.IssuedCertificate;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.judge.ForeignTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeFolderTest {
    /** In Tolitoli it is the next day, and the next year, already. */
    private static final Instant NOW = Instant.parse("2026-12-31T20:00:00Z");

    @TempDir
    static Path dir;

    private static PracticeFolder folder;

    @BeforeAll
    static void init() throws IOException {
        folder = PracticeFolder.init(dir, InstantSource.fixed(NOW));
    }

    @Test
    void laysTheFolderOutAsTheContractSays() throws IOException {
        assertThat(names(dir)).containsExactlyInAnyOrder("ca", "officials", "packages", "mailbox");
        assertThat(names(folder.trustAnchors())).containsExactlyInAnyOrder("root.pem", "intermediate.pem", "private");
        assertThat(names(folder.packages()))
                .containsExactlyInAnyOrder(
                        "SPM",
                        "SPM_KOREKSI",
                        "SPM_KP",
                        "SPM_KPBB",
                        "SPM_KBC",
                        "SPM_IB",
                        "SPM_BPHTB",
                        "KONTRAK",
                        "RPD_HARIAN",
                        "GAJI",
                        "LPJ",
                        "SURAT",
                        "SPM-6");
        assertThat(names(dir.resolve("officials"))).hasSize(20).contains("PPSPM.p12", "PPSPM.passphrase");
    }

    @Test
    void budgetYearIsThatOfTheSatkersOwnZone() throws IOException {
        assertThat(folder.packages().resolve("SPM/paket.json")).content().contains("\"tahun\" : 2027");
    }

    @Test
    void makesAnOfficialForEachJabatanAndEachDefect() {
        assertThat(folder.officials())
                .extracting(PracticeOfficial::name)
                .containsExactly(
                        "PPSPM",
                        "PPK",
                        "KPA",
                        "BENDAHARA",
                        "KEPALA_KANTOR",
                        "DJPB",
                        "EXPIRED",
                        "NOT_YET_VALID",
                        "REVOKED",
                        "WRONG_USAGE");
        assertThat(folder.officials())
                .extracting(PracticeOfficial::nik)
                .doesNotHaveDuplicates()
                .allMatch(nik -> nik.matches("999999\\d{10}"));
        assertThat(folder.officials()).allSatisfy(official -> {
            assertThat(official.satker()).isEqualTo("527010");
            assertThat(official.kppn()).isEqualTo("082");
            assertThat(official.email()).endsWith(".go.id");
        });
    }

    @Test
    void officialsRecordIsWhatItsCertificateSays() throws IOException {
        for (PracticeOfficial official : folder.officials()) {
            X509Certificate certificate = official.key().certificate();

            assertThat(certificate.getSerialNumber()).isEqualTo(official.serial());
            assertThat(CertificateNames.commonName(certificate)).isEqualTo(official.fullName());
            assertThat(CertificateNames.nik(certificate)).contains(official.nik());
            assertThat(CertificateNames.email(certificate)).contains(official.email());
        }
    }

    @Test
    void opensslOpensAnOfficialsFileWithItsPassphrase() throws IOException, InterruptedException {
        PracticeOfficial official = folder.official("PPSPM");

        ForeignTool.Result read = ForeignJudge.require("openssl")
                .run(
                        dir.resolve("mailbox"),
                        "pkcs12",
                        "-in",
                        official.p12().toString(),
                        "-passin",
                        "file:" + official.passphraseFile(),
                        "-nodes");
        clear(dir.resolve("mailbox"));

        assertThat(read.exit()).isZero();
        assertThat(read.output()).contains("BEGIN PRIVATE KEY", official.fullName());
    }

    @Test
    void eachDefectIsTheOneItsNameSays() throws IOException {
        Date now = Date.from(NOW);
        assertThatExceptionOfType(CertificateExpiredException.class)
                .isThrownBy(() -> certificate("EXPIRED").checkValidity(now));
        assertThatExceptionOfType(CertificateNotYetValidException.class)
                .isThrownBy(() -> certificate("NOT_YET_VALID").checkValidity(now));
        assertThat(certificate("WRONG_USAGE").getKeyUsage()).startsWith(false, false, true, true);
        assertThat(revocation("REVOKED"))
                .isEqualTo(new IssuedCertificate.Revocation(
                        NOW.minus(Duration.ofDays(30)), RevocationReason.AFFILIATION_CHANGED));
    }

    @Test
    void otherOfficialsMaySignNow() throws Exception {
        for (PracticeOfficial official : folder.officials().subList(0, 6)) {
            X509Certificate certificate = official.key().certificate();

            certificate.checkValidity(Date.from(NOW));
            assertThat(certificate.getKeyUsage()).startsWith(true, true, false);
            assertThat(folder.ca()
                            .find(Issuer.INTERMEDIATE, official.serial())
                            .orElseThrow()
                            .revocation())
                    .isEmpty();
        }
    }

    @Test
    void secretsAreTheirOwnersOnly() throws IOException {
        assumeTrue(
                Files.getFileStore(dir).supportsFileAttributeView("posix"),
                "this file system knows no POSIX permissions");
        PracticeOfficial official = folder.official("PPK");
        for (Path secret :
                new Path[] {official.p12(), official.passphraseFile(), dir.resolve("ca/private/intermediate.pem")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .as(secret.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void receiptKeyIsOfTheSameAuthority() {
        IssuedKey key = folder.receiptKey();

        assertThat(CertificateNames.commonName(key.certificate())).isEqualTo("eSPM LATIHAN (bukan sungguhan)");
        assertThat(key.chain().subList(1, 3))
                .containsExactly(
                        folder.ca().intermediate().certificate(),
                        folder.ca().root().certificate());
    }

    @Test
    void unknownOfficialIsNamedInTheError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder.official("MENTERI"))
                .withMessageContaining("MENTERI")
                .withMessageContaining("PPSPM");
    }

    @Nested
    class CalledAgain {
        @Test
        void keepsEveryByte() throws IOException {
            Map<String, String> before = contents();

            PracticeFolder again = PracticeFolder.init(dir, InstantSource.fixed(NOW.plus(Duration.ofDays(3))));

            assertThat(contents()).isEqualTo(before);
            assertThat(again.officials()).isEqualTo(folder.officials());
            assertThat(again.ca().addresses()).isEqualTo(folder.ca().addresses());
        }

        @Test
        void opensWhatIsThere() throws IOException {
            PracticeFolder opened = PracticeFolder.open(dir, InstantSource.fixed(NOW));

            assertThat(opened.officials()).isEqualTo(folder.officials());
            assertThat(opened.receiptKey().chain())
                    .isEqualTo(folder.receiptKey().chain());
        }
    }

    @Test
    void interruptedInitIsCompletedAndTheRestIsKept(@TempDir Path broken) throws IOException {
        copy(dir, broken);
        Files.delete(broken.resolve("officials/KPA.p12"));
        Files.delete(broken.resolve("officials/DJPB.passphrase"));
        Files.delete(broken.resolve("packages/LPJ/paket.json"));
        Files.move(broken.resolve("packages/LPJ"), broken.resolve("packages/.LPJ.part"));
        Files.delete(broken.resolve("mailbox"));
        assertThatIOException().isThrownBy(() -> PracticeFolder.open(broken));

        PracticeFolder completed = PracticeFolder.init(broken, InstantSource.fixed(NOW));

        assertThat(completed.official("KPA").key().certificate().getSerialNumber())
                .isNotEqualTo(folder.official("KPA").serial());
        assertThat(completed.official("DJPB").key().chain()).hasSize(3);
        assertThat(completed.official("PPSPM").serial())
                .isEqualTo(folder.official("PPSPM").serial());
        assertThat(names(completed.packages())).contains("LPJ").doesNotContain(".LPJ.part");
        assertThat(completed.packages().resolve("LPJ/paket.json")).exists();
        assertThat(completed.mailbox()).isDirectory();
    }

    @Test
    void servicesAnswerForTheFolder() throws IOException {
        try (PkiServer server = PkiServer.start(PracticeFolder.open(dir))) {
            assertThat(server.tsa())
                    .isEqualTo(folder.ca().addresses().orElseThrow().tsa());
            assertThatExceptionOfType(PortInUseException.class).isThrownBy(() -> PkiServer.start(folder));
        }
    }

    @Test
    void anyOtherFolderIsNotOpened(@TempDir Path empty) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> PracticeFolder.open(empty))
                .withMessageContaining("init");
        assertThat(empty).isEmptyDirectory();
    }

    private static X509Certificate certificate(String official) throws IOException {
        return folder.official(official).key().certificate();
    }

    private static IssuedCertificate.Revocation revocation(String official) {
        return folder.ca()
                .find(Issuer.INTERMEDIATE, folder.official(official).serial())
                .flatMap(IssuedCertificate::revocation)
                .orElseThrow();
    }

    private static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(dir.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !one.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void clear(Path emptied) throws IOException {
        try (Stream<Path> files = Files.list(emptied)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
