package id.espm.app.gui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.look.Screen;
import id.espm.app.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The user guide says what the window says: in {@code <b>} stands what is read there, in {@code <kbd>} what is pressed. */
class GuidePageTest {
    private static Document page;

    /** A page that is well formed as XML is well formed as HTML, as far as this one goes. */
    @BeforeAll
    static void read() throws Exception {
        page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(WindowBench.GUIDE.toFile());
    }

    private static List<Element> all(String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Set<String> texts(String tag, boolean english) {
        return all(tag).stream()
                .filter(element -> isEnglish(element) == english)
                .map(element -> element.getTextContent().strip().replaceAll("\\s+", " "))
                .collect(Collectors.toSet());
    }

    private static boolean isEnglish(Element element) {
        return Stream.iterate(
                        Optional.ofNullable(element),
                        Optional::isPresent,
                        each -> each.map(inner -> inner.getParentNode() instanceof Element outer ? outer : null))
                .flatMap(Optional::stream)
                .map(each -> each.getAttribute("lang"))
                .filter(lang -> !lang.isEmpty())
                .findFirst()
                .orElseThrow()
                .equals("en");
    }

    /** What the program says in a language, without underlined letters, and with … for what differs from case to case. */
    private static Set<String> words(Locale locale) throws IOException {
        Properties words = new Properties();
        for (String bundle : List.of("gui/gui", "text/messages")) {
            Path file = Path.of("src/main/resources/id/espm/app", bundle + "_" + locale.getLanguage() + ".properties");
            try (Reader in = Files.newBufferedReader(file, UTF_8)) {
                words.load(in);
            }
        }
        return words.values().stream()
                .map(value -> value.toString().replace("_", "").replaceAll("\\{[^}]*}", "…"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsReadInTheWindowIsWhatTheWindowSays() throws IOException {
        assertThat(words(Messages.INDONESIAN)).containsAll(texts("b", false));
        assertThat(words(Locale.ENGLISH)).containsAll(texts("b", true));
    }

    @Test
    void everyScreenStandsWithItsKeyInTheOrderOfTheRail() throws IOException {
        Properties words = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src/main/resources/id/espm/app/gui/gui_id.properties"), UTF_8)) {
            words.load(in);
        }
        Element table = all("table").stream()
                .filter(each -> each.getAttribute("id").equals("layar"))
                .findFirst()
                .orElseThrow();
        NodeList cells = table.getElementsByTagName("td");
        List<String> told = IntStream.range(0, cells.getLength())
                .mapToObj(i -> cells.item(i).getTextContent())
                .toList();

        assertThat(told)
                .isEqualTo(Arrays.stream(Screen.values())
                        .flatMap(screen -> Stream.of("Ctrl+" + screen.digit(), words.getProperty("screen." + screen)))
                        .toList());
    }

    @Test
    void everyOtherKeyStandsInATipOfTheWindow() throws IOException {
        String tips = String.join("\n", words(Messages.INDONESIAN));
        Set<String> screens = Arrays.stream(Screen.values())
                .map(each -> "Ctrl+" + each.digit())
                .collect(Collectors.toSet());

        assertThat(texts("kbd", false))
                .filteredOn(key -> !screens.contains(key))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(tips).contains("(" + key + ")"));
        assertThat(texts("kbd", false)).containsAll(texts("kbd", true));
    }

    @Test
    void everyPictureIsThereAndNoneIsLeftOver() throws IOException {
        List<String> shown = all("img").stream()
                .map(image -> image.getAttribute("src"))
                .sorted()
                .toList();
        Path folder = WindowBench.GUIDE.resolveSibling("gambar");

        assertThat(shown)
                .doesNotHaveDuplicates()
                .isEqualTo(Folders.names(folder).stream()
                        .map(name -> "gambar/" + name)
                        .sorted()
                        .toList());
        assertThat(all("img"))
                .allSatisfy(image -> assertThat(image.getAttribute("alt")).isNotBlank());
    }

    @Test
    void everyLinkLeadsSomewhereAndNothingIsFetchedOrRun() {
        Set<String> ids = Stream.of("h2", "table")
                .flatMap(tag -> all(tag).stream())
                .map(each -> "#" + each.getAttribute("id"))
                .collect(Collectors.toSet());

        assertThat(all("a")).isNotEmpty().allSatisfy(link -> {
            String target = link.getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target);
            } else {
                assertThat(WindowBench.GUIDE.resolveSibling(target)).exists();
            }
        });
        assertThat(all("script")).isEmpty();
        assertThat(all("link")).isEmpty();
    }
}
