package id.espm.signer.paket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a package folder holds, without what file managers, mail programs and offices' programs leave behind. */
final class FolderFiles {
    private static final Set<String> LEFT_BEHIND =
            Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "paket.json", "$recycle.bin");

    private FolderFiles() {}

    /** The files of one folder, by name. */
    static List<Path> in(Path folder) throws IOException {
        return listed(folder, Files::isRegularFile);
    }

    static List<Path> subfolders(Path folder) throws IOException {
        return listed(folder, Files::isDirectory);
    }

    /** All files below a folder, at any depth; links to folders are not followed. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile)
                    .filter(file -> counts(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> listed(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(wanted)
                    .filter(path -> counts(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean counts(Path relative) {
        for (Path part : relative) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (name.startsWith(".") || name.startsWith("~$") || LEFT_BEHIND.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
