package id.espm.app.cli.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md holds what is shipped, in its version; it is made anew by {@code mvn -Pthird-party process-classes}. */
class ThirdPartyTest {
    /** Written by the build: what the program runs with, and so what the distribution holds. */
    private static final Path SHIPPED = Path.of("target", "shipped-libraries");

    private static final Path TEXTS = Path.of("..", "licenses");

    @Test
    void thePageNamesWhatIsShippedInItsVersionAndNothingElse() throws IOException {
        assertThat(ThirdParty.libraries().stream().map(each -> each.name() + " " + each.version()))
                .containsExactlyInAnyOrderElementsOf(shipped());
    }

    @Test
    void theTextOfEachLicenceIsThereAndNoneThatNobodyNeeds() throws IOException {
        Set<String> needed = new TreeSet<>(ThirdParty.licences());
        // Version 3 of the LGPL adds to the GPL, and is not whole without it.
        needed.add("GPL-3.0");
        try (var files = Files.list(TEXTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            needed.stream().map(id -> id + ".txt").toList());
        }
        for (String id : needed) {
            assertThat(ThirdParty.text(id))
                    .as(id)
                    .hasValueSatisfying(text -> assertThat(text).hasSizeGreaterThan(700));
        }
    }

    @Test
    void anExpressionNamesItsLicences() {
        ThirdPartyLibrary library = new ThirdPartyLibrary("g:a", "1", "(LGPL-2.1 OR MPL-2.0) AND OFL-1.1", "");

        assertThat(library.licences()).containsExactly("LGPL-2.1", "MPL-2.0", "OFL-1.1");
    }

    /** Each line is {@code group:artifact:type:[classifier:]version:scope}, with words behind it. */
    private static List<String> shipped() throws IOException {
        return Files.readAllLines(SHIPPED).stream()
                .map(line -> line.strip().split(" ", 2)[0].split(":"))
                .filter(parts -> parts.length > 4)
                .map(parts -> parts[0] + ":" + parts[1] + " " + parts[parts.length - 2])
                .distinct()
                .toList();
    }
}
