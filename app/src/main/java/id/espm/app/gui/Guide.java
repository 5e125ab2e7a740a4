package id.espm.app.gui;

import id.espm.app.gui.look.Browser;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user guide that came with the program.
 *
 * @param page    its page; empty if it is not there
 * @param browser shows it
 */
record Guide(Optional<Path> page, Browser browser) {
    private static final Path PLACE = Path.of("docs", "panduan", "index.html");

    /** The page beside this program: an installed one has it next to {@code lib}, a checkout in its root. */
    static Optional<Path> ofThisProgram() {
        try {
            return nearest(Path.of(Guide.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class comes from no place that can be named", e);
        }
    }

    /** The page in the nearest folder above a program's classes that has it. */
    static Optional<Path> nearest(Path classes) {
        return Stream.iterate(
                        Optional.ofNullable(classes.getParent()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(PLACE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
