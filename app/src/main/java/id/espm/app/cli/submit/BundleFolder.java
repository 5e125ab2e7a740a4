package id.espm.app.cli.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The bundles of a folder: what is called {@code .asice} in it, but not in folders below it. */
final class BundleFolder {
    private BundleFolder() {}

    /** In the order of their names. */
    static List<Path> bundles(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile)
                    .filter(file -> isBundle(file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBundle(String name) {
        return name.endsWith(".asice") && !name.startsWith(".") && !name.startsWith("~$");
    }

    /** Files as they are, and for each folder its bundles; each once. */
    static List<Path> named(List<Path> filesAndFolders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path named : filesAndFolders) {
            all.addAll(Files.isDirectory(named) ? bundles(named) : List.of(named));
        }
        return all.stream().distinct().toList();
    }
}
