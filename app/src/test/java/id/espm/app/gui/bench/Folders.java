package id.espm.app.gui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of sample packages, to be changed. */
public final class Folders {
    private Folders() {}

    /** Copies a folder; the copy may lack its {@code paket.json}. */
    public static Path copy(Path from, Path to, boolean described) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                if (described || !path.endsWith("paket.json")) {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                }
            }
        }
        return to;
    }

    /** The names of all files under a folder that may not even be there. */
    public static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }
}
