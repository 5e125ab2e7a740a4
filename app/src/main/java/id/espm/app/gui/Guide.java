package id.espm.app.gui;

import id.espm.app.gui.look.Browser;
import java.io.File;
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

    /**
     * The page beside this program: an installed one has it next to {@code lib}, a checkout in its root. The class path tells where
     * that is; a class that the JVM took from an archive does not know it where the program was moved since (ADR-0023).
     */
    static Optional<Path> ofThisProgram() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .flatMap(entry -> nearest(entry).stream())
                .findFirst();
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
