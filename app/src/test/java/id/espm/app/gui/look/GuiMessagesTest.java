package id.espm.app.gui.look;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuiMessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/id/espm/app/gui");
    private static final Path SOURCES = Path.of("src/main/java/id/espm/app/gui");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([A-Za-z0-9.-]+)\"");
    private static final Pattern FXML_TEXT = Pattern.compile("(?:text|accessibleText|promptText)=\"([^%\"$][^\"]*)\"");
    private static final Pattern CODE_KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9-]+)*\\.?)\"");
    /** An option of the command line, which nobody has in a window. */
    private static final Pattern OPTION = Pattern.compile("(^|\\s)--?[a-z]");

    private static List<String> keys(String language) {
        try {
            return Files.readAllLines(RESOURCES.resolve("gui_" + language + ".properties"), StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> contents(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            List<String> contents = new ArrayList<>();
            for (Path path : all.filter(p -> p.toString().endsWith(ending)).toList()) {
                contents.add(Files.readString(path));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named() {
        Set<String> named = found(CODE_KEY, contents(SOURCES, ".java"));
        named.addAll(found(FXML_KEY, contents(RESOURCES, ".fxml")));
        return named;
    }

    @Test
    void bothLanguagesHaveTheSameKeysInTheSameOrder() {
        assertThat(keys("en")).isEqualTo(keys("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void noKeyStandsTwice(String language) {
        assertThat(keys(language)).doesNotHaveDuplicates();
    }

    @Test
    void noKeyOfAnFxmlIsMissing() {
        assertThat(keys("id")).containsAll(found(FXML_KEY, contents(RESOURCES, ".fxml")));
    }

    @Test
    void noKeyIsUnused() {
        Set<String> named = named();
        assertThat(keys("id"))
                .filteredOn(key -> !named.contains(key) && !named.contains(key.substring(0, key.lastIndexOf('.') + 1)))
                .isEmpty();
    }

    @Test
    void fxmlHoldsNoTexts() {
        assertThat(found(FXML_TEXT, contents(RESOURCES, ".fxml"))).containsExactly("e-SPM Signer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyTextIsSaidAndItsPatternIsRight(String language) {
        Messages messages = Messages.load(Words.BUNDLE, Locale.of(language));
        for (String key : keys(language)) {
            String text = messages.get(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, messages.locale()).format(new Object[] {1, 2, 3, 4, 5, 6, 7}))
                    .as(key)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void noAdviceNamesAnOptionOfTheCommandLine(String language) {
        Messages own = Messages.load(Words.BUNDLE, Locale.of(language));
        Messages shared = Messages.shared(Locale.of(language));
        List<String> wrong = shared.bundle().keySet().stream()
                .filter(key -> key.matches("(problem|espm)\\..*\\.next"))
                .filter(key -> OPTION.matcher(shared.get(key)).find())
                .map(key -> key.substring(key.indexOf('.') + 1, key.lastIndexOf('.')))
                .filter(code -> !code.equals("FAULT") && !own.has("next." + code))
                .toList();
        assertThat(wrong).isEmpty();
    }
}
