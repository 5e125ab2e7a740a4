package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
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
