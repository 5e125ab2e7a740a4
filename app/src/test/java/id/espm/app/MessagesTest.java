package id.espm.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Finding;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in both languages, once, and is used. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9][^}]*}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    /** Looked up by picocli itself, by the command's name. */
    private static final Pattern USAGE = Pattern.compile("(espm-signer[a-z.-]*\\.)?usage\\.[A-Za-z]+");

    static Stream<Path> indonesian() throws IOException {
        return walk(RESOURCES).filter(file -> file.toString().endsWith("_id.properties"));
    }

    private static Stream<Path> walk(Path root) throws IOException {
        try (Stream<Path> walked = Files.walk(root)) {
            return walked.toList().stream();
        }
    }

    private static Path english(Path indonesian) {
        return indonesian.resolveSibling(
                indonesian.getFileName().toString().replace("_id.properties", "_en.properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    @ParameterizedTest
    @MethodSource("indonesian")
    void bothLanguagesHaveTheSameKeysWithTheSamePlaces(Path file) throws IOException {
        Properties indonesian = read(file);
        Properties english = read(english(file));

        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
        for (String key : indonesian.stringPropertyNames()) {
            assertThat(indonesian.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(indonesian.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFindingSaysWhatToDoNext(Finding.Kind kind) throws IOException {
        Path indonesian = RESOURCES.resolve("id/espm/app/text/messages_id.properties");
        for (Path file : List.of(indonesian, english(indonesian))) {
            assertThat(read(file).stringPropertyNames())
                    .contains("finding." + kind, "finding." + kind + ".detail", "finding." + kind + ".next");
        }
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(1, 2))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("indonesian")
    void noKeyStandsTwiceAndNoTextHasASingleQuote(Path file) throws IOException {
        for (Path one : List.of(file, english(file))) {
            List<String> keys = new ArrayList<>();
            for (String line : Files.readAllLines(one)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(line.substring(0, line.indexOf('=')).strip());
                    assertThat(line).as("MessageFormat would eat it").doesNotContain("'");
                }
            }
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("indonesian")
    void everyTextIsUsed(Path file) throws IOException {
        Set<String> literals = new HashSet<>();
        walk(SOURCES)
                .filter(source -> source.toString().endsWith(".java"))
                .forEach(source -> LITERAL.matcher(content(source)).results().forEach(m -> literals.add(m.group(1))));
        walk(RESOURCES)
                .filter(source -> source.toString().endsWith(".fxml"))
                .forEach(source -> FXML_KEY.matcher(content(source)).results().forEach(m -> literals.add(m.group(1))));

        assertThat(read(file).stringPropertyNames())
                .allSatisfy(key -> assertThat(isUsed(key, literals)).as(key).isTrue());
    }

    /** By its whole key, or by a beginning to which code adds a name; problems are asked for by their code. */
    private static boolean isUsed(String key, Set<String> literals) {
        if (USAGE.matcher(key).matches() || literals.contains(key)) {
            return true;
        }
        int dot = key.lastIndexOf('.');
        if (dot > 0 && (key.endsWith(".next") || key.endsWith(".detail"))) {
            return isUsed(key.substring(0, dot), literals);
        }
        return dot > 0
                && literals.contains(key.substring(0, dot + 1))
                && (!isCode(key) || isCodeUsed(key.substring(dot + 1), literals));
    }

    private static boolean isCode(String key) {
        return key.startsWith("problem.") || key.matches("espm\\.[A-Z_]+");
    }

    /** Codes like {@code PDF_ENCRYPTED} are put together from {@code "PDF_"} and a reason. */
    private static boolean isCodeUsed(String code, Set<String> literals) {
        for (int end = code.length(); end > 0; end--) {
            boolean part = end == code.length() || code.charAt(end - 1) == '_';
            if (part && literals.contains(code.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
