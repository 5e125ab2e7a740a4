package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongCallTest {
    private static final String SECRET = "Rahasia-7731";

    @TempDir
    Path home;

    private Program program;

    @BeforeEach
    void prepare() {
        program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign --passphrase=Rahasia-7731 --package x",
                "sign --package x --passphrase Rahasia-7731",
                "verify --passphrase=Rahasia-7731 x",
                "--passphrase=Rahasia-7731",
                "submit x --password Rahasia-7731",
                "submit x --password=Rahasia-7731",
                "sign --pasphrase=Rahasia-7731 --package x",
                "sign --package x Rahasia-7731",
                "Rahasia-7731",
                "sign --package x --satker Rahasia-7731",
                "sign --package x --level Rahasia-7731",
                "sign --package x --tsa https://siti:Rahasia-7731@tsa.example/",
                "batch x --jobs Rahasia-7731"
            })
    void aSecretAmongTheArgumentsIsRefusedAndNeverRepeated(String call) {
        Program.Result result = program.run(List.of(call.split(" ")));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.all()).doesNotContain(SECRET);
        assertThat(result.err()).startsWith("espm-signer: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign",
                "sign --package x --adk y",
                "sign --nomor 1",
                "batch",
                "batch x --jobs 0",
                "verify",
                "verify a b --content c",
                "extract x",
                "submit",
                "cert",
                "practice",
                "practice serve --port 99999",
                "sign --tsa ftp://x --package x",
                "sign --level B-T --package x",
                "sign --placement --package x",
                "sign --package x --jenis SPM_X",
                "sign --package x --lang xx",
                "completion",
                "licenses MIT EPL-2.0",
                "licenses GPL-9",
                "cosign",
                "submit --forget",
                "submit --watch --dry-run",
                "submit x --forget --all"
            })
    void whatIsNotInTheContractOrNotWholeIsExitCodeTwo(String call) {
        Program.Result result = program.run(List.of(call.split(" ")));

        assertThat(result.exit()).as(result.all()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isNotBlank();
    }

    @Test
    void aSlipInACommandIsAnsweredWithASuggestion() {
        assertThat(program.run("verfy", "x").err()).contains("verify");
    }

    @Test
    void withoutACommandTheWindowIsAskedForAndItsAbsenceTold() {
        Program.Result result = program.run();

        assertThat(result.exit()).isEqualTo(70);
        assertThat(result.err()).contains("layar", "--help");
    }

    @Test
    void errorsSpeakTheLanguageThatWasAskedFor() {
        assertThat(program.run("sign", "--nonsense").err()).contains("tidak dikenal");
        assertThat(program.run("--lang", "en", "sign", "--nonsense").err()).contains("Unknown option");
        assertThat(program.variable("ESPM_LANG", "en").run("sign", "--nonsense").err())
                .contains("Unknown option");
        assertThat(program.run("sign", "--nonsense", "--lang=id").err()).contains("tidak dikenal");
    }
}
