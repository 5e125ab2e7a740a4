package id.espm.app.cli.licence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the program says of the libraries in it: the table of {@code THIRD-PARTY.md}, and the texts of their licences. */
final class ThirdParty {
    private static final int COLUMNS = 4;

    private ThirdParty() {}

    /** The libraries, in the order of the page. */
    static List<ThirdPartyLibrary> libraries() throws IOException {
        return resource("THIRD-PARTY.md")
                .orElseThrow(() -> new IllegalStateException("the program was built without its list of libraries"))
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains(":"))
                .map(ThirdParty::library)
                .toList();
    }

    private static ThirdPartyLibrary library(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS + 2) {
            throw new IllegalStateException("not a row of " + COLUMNS + " columns: " + row);
        }
        return new ThirdPartyLibrary(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    /** The licences that the libraries are under. */
    static Set<String> licences() throws IOException {
        Set<String> ids = new TreeSet<>();
        libraries().forEach(library -> ids.addAll(library.licences()));
        return ids;
    }

    /**
     * The text of a licence, with who holds the copyright where the licence wants that to be told.
     *
     * @param id of SPDX
     */
    static Optional<String> text(String id) throws IOException {
        return resource(id + ".txt");
    }

    private static Optional<String> resource(String name) throws IOException {
        try (InputStream in = ThirdParty.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
