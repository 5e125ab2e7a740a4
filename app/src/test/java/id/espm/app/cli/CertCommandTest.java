package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.sandbox.ca.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class CertCommandTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;

    @BeforeEach
    void prepare(Practice shared) {
        practice = shared;
        program = new Program(home);
    }

    private Program.Result cert(String official, Object... more) {
        return program.run(
                "cert",
                practice.official(official).p12(),
                "--passphrase-file",
                practice.official(official).passphraseFile(),
                "--trust",
                practice.trust(),
                List.of(more));
    }

    @Test
    void aGoodOneIsShownInTheWordsOfTheRegulation() {
        Program.Result result = cert("PPSPM", "--jabatan", "PPSPM");

        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("Nama             : Siti Rahayu Latihan", "999999********01", "Unit Organisasi", "Instansi")
                .contains("SPM, SPM Koreksi", "dapat dipakai untuk menandatangani")
                .doesNotContain(practice.official("PPSPM").nik(), "Kontrak");
    }

    @Test
    void jsonTellsTheSameToScripts() {
        Program.Result result = cert("PPK", "--json");

        assertThat(result.exit()).isZero();
        JsonNode document = Documents.read("cert", result.out());
        assertThat(document.path("maySign").asBoolean()).isTrue();
        assertThat(document.path("trust").asString()).isEqualTo("VALID");
        assertThat(document.at("/certificate/serial").asString())
                .isEqualToIgnoringCase(practice.official("PPK").serial().toString(16));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, CERTIFICATE_EXPIRED, OPIP",
        "NOT_YET_VALID, CERTIFICATE_NOT_YET_VALID, jam",
        "WRONG_USAGE, WRONG_KEY_USAGE, keyEncipherment"
    })
    void aBadOneIsShownWithTheNextStep(String official, String code, String hint) {
        Program.Result result = cert(official, "--json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains(hint);
        JsonNode document = Documents.read("cert", result.out());
        assertThat(document.at("/error/code").asString()).isEqualTo(code);
        assertThat(document.at("/certificate/name").asString())
                .isEqualTo(practice.official(official).fullName());
    }

    @Test
    void everyCheckIsToldWithItsOutcome() {
        Program.Result result = cert("PPSPM", "--json");

        JsonNode document = Documents.read("cert", result.out());
        assertThat(document.path("light").asString()).isEqualTo("HIJAU");
        assertThat(outcome(document, "VALIDITY")).isEqualTo("PASSED");
        assertThat(outcome(document, "CHAIN")).isEqualTo("PASSED");
        assertThat(outcome(document, "REVOCATION")).isEqualTo("CAUTION");
        assertThat(outcome(document, "REGISTRATION")).isEqualTo("NOT_CHECKED");
        assertThat(cert("PPSPM").out()).contains("hijau", "rantai penerbit: baik", "pencabutan: perhatian - ");
    }

    private static String outcome(JsonNode document, String check) {
        return document.path("checks")
                .valueStream()
                .filter(one -> one.path("check").asString().equals(check))
                .findFirst()
                .orElseThrow()
                .path("outcome")
                .asString();
    }

    @Test
    void withoutAnyTrustAnchorTheIssuerIsNotJudgedAndThatIsTold() throws IOException {
        Path nobody = Files.createDirectory(home.resolve("nobody"));
        Program.Result result = program.run(
                "cert", practice.official("PPSPM").p12(), practice.key("PPSPM").subList(2, 4), "--trust", nobody);

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("belum dapat dinilai", "CA LATIHAN");
    }

    @Test
    void anIssuerThatIsNotTrustedIsRefused() throws Exception {
        Path others = Files.createDirectory(home.resolve("others"));
        Files.write(
                others.resolve("other.der"),
                CertificateAuthority.inMemory(InstantSource.system())
                        .root()
                        .certificate()
                        .getEncoded());
        Program.Result result = program.run(
                "cert",
                practice.official("PPSPM").p12(),
                practice.key("PPSPM").subList(2, 4),
                "--trust",
                others,
                "--json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", result.out()).at("/error/code").asString())
                .startsWith("ISSUER_");
    }

    @Test
    void revocationThatMustBeKnownForbidsWhereNobodyAnswers() throws IOException {
        Files.createDirectories(program.settings());
        Files.writeString(program.settings().resolve("profile.json"), "{\"revocation\": \"require\"}");

        Program.Result result = cert("PPSPM", "--json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", result.out()).at("/error/code").asString())
                .isEqualTo("REVOCATION_NOT_KNOWN");
    }

    @Test
    void aPersonMayTypeThePassphraseThreeTimes() throws IOException {
        String right = new String(practice.official("PPSPM").passphrase());
        Path p12 = practice.official("PPSPM").p12();

        Program.Result third = program.typing("salah", "Salah ", right).run("cert", p12, "--trust", practice.trust());
        Program.Result never =
                program.typing("a", "b", "c", right).run("cert", p12, "--trust", practice.trust(), "--json");

        assertThat(third.exit()).as(third.all()).isZero();
        assertThat(third.err()).contains("Passphrase salah", "ada spasi");
        assertThat(never.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", never.out()).at("/error/code").asString())
                .isEqualTo("WRONG_PASSPHRASE");
    }

    @Test
    void aKeyThatIsNotThereIsToldWithThoseThatAre() {
        Program.Result result = cert("PPSPM", "--serial", "0abc", "--json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", result.out()).at("/error/code").asString())
                .isEqualTo("KEY_NOT_FOUND");
        assertThat(result.err()).contains("Siti Rahayu Latihan", "--serial");
    }

    @Test
    void theNikIsLookedForWhereTheProfileSays() throws IOException {
        Files.createDirectories(program.settings());
        Files.writeString(program.settings().resolve("profile.json"), "{\"nikPlaces\": [\"2.5.4.97\"]}");

        assertThat(cert("PPSPM").out()).contains("NIK              : -");
    }

    @Test
    void aTokenWithoutItsLibraryIsExplained() {
        Program.Result result = program.run("cert", "--pkcs11", home.resolve("tidak-ada.so"), "--json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("PKCS#11");
        assertThat(program.run("cert", "--windows-store", "--lang", "en").err()).contains("store of Windows");
    }

    @Test
    void aPemIsShownAndSaidToNeedLock() {
        Program.Result result = program.run("cert", Path.of(practice.trust(), "root.pem"));

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("Root CA LATIHAN");
        assertThat(result.err()).contains("LOCK");
    }

    @Test
    void aPlainCertificateNeedsNoPassphrase() throws IOException, CertificateEncodingException {
        Path der = Files.write(
                home.resolve("ppspm.cer"),
                practice.official("PPSPM").key().certificate().getEncoded());

        assertThat(program.run("cert", der).exit()).isZero();
    }

    @Test
    void whatIsNoCertificateIsTold() throws IOException {
        Path text = Files.writeString(home.resolve("surat.p12"), "Yth. Bapak");
        Path broken = Files.writeString(home.resolve("rusak.crt"), "Yth. Ibu");

        assertThat(program.typing("x").run("cert", text).exit()).isEqualTo(3);
        assertThat(program.run("cert", broken).exit()).isEqualTo(3);
        Program.Result missing = program.run("cert", home.resolve("tidak-ada.p12"), "--json");
        assertThat(missing.exit()).isEqualTo(5);
        assertThat(Documents.read("cert", missing.out()).at("/error/code").asString())
                .isEqualTo("FILE_UNREADABLE");
    }
}
