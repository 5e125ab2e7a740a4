package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls that our pages show can be parsed, so that nobody copies one that does not exist. */
class ReadmeTest {
    private static final Pattern IN_TEXT = Pattern.compile("`(?:\\./)?espm-signer ([^`]+)`");
    private static final Pattern IN_BLOCK = Pattern.compile("(?m)^(?:\\./)?espm-signer ([^#\\n]+)");
    private static final Pattern ALTERNATIVES = Pattern.compile("([a-z]+)((?:\\\\?\\|[a-z]+)+)");

    @TempDir
    Path home;

    static Stream<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        for (String page : List.of("README.md", "docs/cli.md", "docs/troubleshooting.md", "docs/known-limits.md")) {
            String text = Files.readString(Path.of("..").resolve(page));
            for (Pattern pattern : List.of(IN_TEXT, IN_BLOCK)) {
                pattern.matcher(text).results().forEach(found -> calls.addAll(alternatives(found.group(1))));
            }
        }
        return calls.stream().map(String::strip).distinct();
    }

    /** {@code practice init|run} stands for two calls. */
    private static List<String> alternatives(String call) {
        Matcher matcher = ALTERNATIVES.matcher(call);
        if (!matcher.find()) {
            return List.of(call);
        }
        return Arrays.stream((matcher.group(1) + matcher.group(2)).split("\\\\?\\|"))
                .map(one -> call.substring(0, matcher.start()) + one + call.substring(matcher.end()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallThatIsShownExists(String call) {
        Program program = new Program(home);
        String[] args = call.replace("…", "").replace("...", "").strip().split("\\s+");
        Arguments meant = new Arguments(args)
                .withBatchCommand(program.commandLine().getSubcommands().keySet());

        assertThat(program.commandLine()
                        .parseArgs(withoutPlaceholders(meant.toArray()))
                        .errors())
                .isEmpty();
    }

    /** {@code CALL} stands for any command. */
    private static String[] withoutPlaceholders(String... args) {
        return Arrays.stream(args).map(arg -> arg.equals("CALL") ? "sign" : arg).toArray(String[]::new);
    }
}
