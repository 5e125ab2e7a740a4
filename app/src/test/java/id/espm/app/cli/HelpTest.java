package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
    @TempDir
    Path home;

    private Program program;

    @BeforeEach
    void prepare() {
        program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyCommandAndOptionIsDescribed(String language) {
        CommandLine model = new Program(home).variable("ESPM_LANG", language).commandLine();

        describe(model.getCommandSpec());
    }

    private static void describe(CommandSpec spec) {
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        for (OptionSpec option : spec.options()) {
            assertThat(option.description())
                    .as(spec.qualifiedName() + " " + option.longestName())
                    .isNotEmpty();
        }
        spec.positionalParameters()
                .forEach(parameter -> assertThat(parameter.description())
                        .as(spec.qualifiedName() + " " + parameter.paramLabel())
                        .isNotEmpty());
        spec.subcommands().values().forEach(sub -> describe(sub.getCommandSpec()));
    }

    @Test
    void helpNamesEveryCommandAndGoesToStandardOutput() {
        Program.Result result = program.run("--help");

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        for (String command : List.of(
                "sign",
                "batch",
                "cosign",
                "verify",
                "extract",
                "submit",
                "history",
                "cert",
                "practice",
                "licenses",
                "completion")) {
            assertThat(result.out()).containsPattern("(?m)^  " + command + " ");
            assertThat(program.run(command, "--help").exit()).isZero();
        }
        assertThat(program.run("--lang", "en", "--help").out()).contains("Usage: espm-signer");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(program.run("--version").out()).matches("espm-signer \\S+\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theCompletionScriptKnowsEveryCommand(String shell) {
        Program.Result result = program.run("completion", shell);

        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("#!").contains("--passphrase-file", "practice", "extract");
    }

    @Test
    void noOptionTakesASecretAsItsValue() {
        CommandLine model = program.commandLine();

        assertThat(model.getSubcommands().values())
                .allSatisfy(sub -> assertThat(sub.getCommandSpec().optionsMap())
                        .doesNotContainKeys("--passphrase", "--password", "--pin"));
    }
}
