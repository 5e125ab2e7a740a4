package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.practice.PracticeSetup;
import id.espm.app.practice.PracticeWorld;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class SubmitCommandTest {
    /** Sixteen digits, and not of a hash. */
    private static final Pattern NIK = Pattern.compile("(?<![0-9a-f])[0-9]{16}(?![0-9a-f])");

    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private PracticeWorld world;

    @BeforeEach
    void startEspm(Practice shared) throws IOException {
        practice = shared;
        PracticeFolder folder = practice.folder();
        PracticeSetup.init(folder.dir(), Clock.systemUTC());
        world = PracticeWorld.start(folder, home.resolve("espm"), 0, Clock.systemUTC());
        program = new Program(home);
    }

    @AfterEach
    void stopEspm() {
        world.close();
    }

    private Path signed(String paket, String official) throws IOException {
        return VerifyCommandTest.signed(program, practice, paket, official, home.resolve(paket));
    }

    private List<Object> account(String name) {
        return List.of(
                "--url",
                world.addresses().espm(),
                "--user",
                name.replace("_", "").toLowerCase(Locale.ROOT) + "527010",
                "--password-file",
                practice.folder().dir().resolve("officials").resolve(name + ".password"),
                "--trust",
                practice.trust());
    }

    private JsonNode submission(Program.Result result) {
        return Documents.read("submit", result.out()).at("/submissions/0");
    }

    private String mailedCode() {
        return RealEspm.mailedCode(practice.folder().mailbox());
    }

    @Test
    void aSentBundleHasACheckedReceiptBesideIt() throws IOException {
        Path bundle = signed("KONTRAK", "PPK");

        Program.Result result = program.run("submit", bundle, account("OPERATOR_SATKER"), "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode submission = submission(result);
        assertThat(submission.path("status").asString()).isEqualTo("SENT");
        assertThat(Path.of(submission.path("receipt").asString())).exists().hasParent(bundle.getParent());
        Program.Result again = program.run("submit", bundle, account("OPERATOR_SATKER"), "--json");
        assertThat(submission(again).path("id").asString())
                .as("the same bundle is never taken twice")
                .isEqualTo(submission.path("id").asString());
    }

    @Test
    void whatWasSentIsOnRecordOnceAndHoldsNoSecret() throws IOException {
        Path bundle = signed("SPM", "PPSPM");
        program.run("submit", bundle, account("OPERATOR_SATKER"));
        String code = mailedCode();
        Program.Result result = program.run("submit", bundle, account("OPERATOR_SATKER"), "--token", code, "--json");
        assertThat(program.run("submit", bundle, account("OPERATOR_SATKER")).exit())
                .isZero();

        JsonNode entries = Documents.read(
                        "history", program.run("history", "--json").out())
                .path("entries");

        assertThat(entries.valueStream()
                        .filter(entry -> entry.path("kind").asString().equals("SENT")))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.path("receipt"))
                            .isEqualTo(submission(result).path("id"));
                    assertThat(sent.path("bundle").asString()).isEqualTo(bundle.toString());
                    assertThat(sent.path("sha256").asString())
                            .isEqualTo(Sha256.of(bundle).hex());
                    assertThat(sent.path("satker").asString()).isEqualTo("527010");
                });
        Path officials = practice.folder().dir().resolve("officials");
        String password =
                Files.readString(officials.resolve("OPERATOR_SATKER.password")).strip();
        String passphrase =
                Files.readString(officials.resolve("PPSPM.passphrase")).strip();
        try (Stream<Path> files = Files.list(program.settings().resolve("history"))) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(code, password, passphrase);
                assertThat(NIK.matcher(bytes).find()).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void anLpjByAllThreeOfficialsIsTaken() throws IOException {
        Path bundle = signed("LPJ", "BENDAHARA");
        for (String next : List.of("PPK", "KPA")) {
            Path out = home.resolve(next);
            Program.Result cosigned = program.run(
                    "cosign", bundle, "--jabatan", next, "--lokasi", "Tolitoli", practice.key(next), "--out", out);
            assertThat(cosigned.exit()).as(cosigned.err()).isZero();
            try (Stream<Path> files = Files.list(out)) {
                bundle = files.findFirst().orElseThrow();
            }
        }

        Program.Result result = program.run("submit", bundle, account("OPERATOR_BENDAHARA"), "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(submission(result).path("status").asString()).isEqualTo("SENT");
    }

    @Test
    void anSpmWaitsForItsCodeAndThenGoesOn() throws IOException {
        Path bundle = signed("SPM", "PPSPM");

        Program.Result without = program.run("submit", bundle, account("OPERATOR_SATKER"), "--json");
        Program.Result with =
                program.answering(this::mailedCode).run("submit", bundle, account("OPERATOR_SATKER"), "--json");

        assertThat(without.exit()).isEqualTo(4);
        assertThat(submission(without).path("status").asString()).isEqualTo("SENDING");
        assertThat(submission(without).at("/error/code").asString()).isEqualTo("TOKEN_MISSING");
        assertThat(with.exit()).as(with.err()).isZero();
        assertThat(submission(with).path("id").asString())
                .isEqualTo(submission(without).path("id").asString());
    }

    @Test
    void theCodeMayComeWithTheCall() throws IOException {
        Path bundle = signed("SPM", "PPSPM");
        program.run("submit", bundle, account("OPERATOR_SATKER"));

        Program.Result result = program.run("submit", bundle, account("OPERATOR_SATKER"), "--token", mailedCode());

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("Terkirim: " + bundle);
    }

    @Test
    void whatIsRefusedByEspmIsExitCodeFour() throws IOException {
        Path bundle = signed("LPJ", "BENDAHARA");

        Program.Result result = program.run("submit", bundle, account("OPERATOR_SATKER"), "--json");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(submission(result).at("/error/code").asString()).isEqualTo("NOT_APPOINTED");
        assertThat(submission(result).path("status").asString()).isEqualTo("QUEUED");
    }

    @Test
    void aWrongPasswordAndASilentServerAreTold() throws IOException {
        Path bundle = signed("LPJ", "BENDAHARA");
        Path wrong = Files.writeString(home.resolve("salah"), "bukan-ini");

        Program.Result refused = program.run(
                "submit",
                bundle,
                "--url",
                world.addresses().espm(),
                "--user",
                "operatorsatker527010",
                "--password-file",
                wrong,
                "--json");
        Program.Result silent = program.run(
                "submit", bundle, "--url", "http://127.0.0.1:1", "--user", "x", "--password-file", wrong, "--json");
        Program.Result plain = program.run(
                "submit", bundle, "--url", "http://espm.example", "--user", "x", "--password-file", wrong, "--json");

        assertThat(refused.exit()).isEqualTo(4);
        assertThat(submission(refused).at("/error/code").asString()).isEqualTo("BAD_CREDENTIALS");
        assertThat(submission(silent).at("/error/code").asString()).isEqualTo("UNREACHABLE");
        assertThat(submission(plain).at("/error/code").asString()).isEqualTo("INSECURE_ADDRESS");
    }

    @Test
    void nothingInvalidIsSent() throws IOException {
        Path bundle = signed("KONTRAK", "PPK");
        Path broken = Zips.flip(bundle, "paket.json", home.resolve("broken.asice"));

        Program.Result result = program.run("submit", broken, bundle, account("OPERATOR_SATKER"), "--json");

        assertThat(result.exit()).isEqualTo(1);
        JsonNode submissions = Documents.read("submit", result.out()).path("submissions");
        assertThat(submissions.at("/0/error/code").asString()).isEqualTo("BUNDLE_UNUSABLE");
        assertThat(submissions.at("/0/error/message").asString()).contains("paket.json");
        assertThat(submissions.at("/1/status").asString()).isEqualTo("SENT");
    }

    @Test
    void aRevokedCertificateDoesNotSignWhereItsIssuerAnswers() {
        Program.Result signing = program.run(
                "sign",
                "--package",
                practice.paket("SPM"),
                practice.key("REVOKED"),
                "--out",
                home.resolve("out"),
                "--json");

        assertThat(signing.exit()).isEqualTo(3);
        assertThat(Documents.read("sign", signing.out())
                        .at("/packages/0/error/code")
                        .asString())
                .isEqualTo("CERTIFICATE_REVOKED");
        assertThat(home.resolve("out")).doesNotExist();
        assertThat(program.run(
                                "cert",
                                practice.official("REVOKED").p12(),
                                "--passphrase-file",
                                practice.official("REVOKED").passphraseFile())
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void lettersNeverGoToEspm() throws IOException {
        Path bundle = signed("SURAT", "DJPB");

        Program.Result result = program.run("submit", bundle, account("OPERATOR_SATKER"), "--json");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(submission(result).at("/error/code").asString()).isEqualTo("NEVER_SUBMITTED");
    }

    @Test
    void aReceiptThatNobodyVouchesForIsNotTakenAsSent() throws IOException {
        Path bundle = signed("KONTRAK", "PPK");
        Path noTrust = Files.createDirectory(home.resolve("no-trust"));

        Program.Result result =
                program.run("submit", bundle, account("OPERATOR_SATKER").subList(0, 6), "--trust", noTrust, "--json");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(submission(result).at("/error/code").asString()).isEqualTo("RECEIPT_INVALID");
        assertThat(result.err()).contains("Jangan anggap terkirim");
    }

    @Test
    void withoutATerminalThePasswordMustComeFromAFile() throws IOException {
        Path bundle = signed("KONTRAK", "PPK");

        Program.Result result =
                program.run("submit", bundle, "--url", world.addresses().espm(), "--user", "operatorsatker527010");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--password-file");
    }
}
