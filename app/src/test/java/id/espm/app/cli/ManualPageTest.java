package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManualPageTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void tellsEveryCommandAndOption(String language) {
        String page = page(language);

        CommandSpec root = new Program(home).commandLine().getCommandSpec();
        assertThat(root.subcommands()).hasSizeGreaterThan(8);
        requireAll(root, page);
    }

    @Test
    void doesNotTellOfItself() {
        assertThat(page("en")).doesNotContain("man(7)").doesNotContain("espm\\-signer manual");
    }

    /** What looks like a command of roff and is none is a warning there, and a hole in the page. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void isWhatTheManualReaderUnderstands(String language) throws Exception {
        assumeTrue(isThere("groff"), "groff is not installed");
        Path file = Files.writeString(home.resolve("espm-signer.1"), page(language));
        Process groff = new ProcessBuilder("groff", "-man", "-ww", "-K", "utf-8", "-T", "utf8", file.toString())
                .redirectError(home.resolve("warnings").toFile())
                .start();
        String shown = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(groff.waitFor()).isZero();
        assertThat(home.resolve("warnings")).isEmptyFile();
        assertThat(shown).contains("--passphrase-file").contains("ESPM-SIGNER(1)");
    }

    private String page(String language) {
        Program.Result result =
                new Program(home).variable("ESPM_LANG", language).run("manual");
        assertThat(result.exit()).isZero();
        return result.out();
    }

    private static void requireAll(CommandSpec spec, String page) {
        for (OptionSpec option : spec.options()) {
            assertThat(page).contains(option.longestName().replace("-", "\\-"));
        }
        spec.subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .filter(sub -> !sub.usageMessage().hidden())
                .forEach(sub -> {
                    assertThat(page).contains(".SS \"" + sub.qualifiedName().replace("-", "\\-") + "\"");
                    requireAll(sub, page);
                });
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(program, "--version")).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
