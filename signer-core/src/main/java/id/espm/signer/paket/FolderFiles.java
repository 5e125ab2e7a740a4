package id.espm.signer.paket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** All that a folder offers: its own files, those of its folders with the folder's name, and whatever lies deeper. */
    static List<OfferedFile> offered(Path folder) throws IOException {
        List<OfferedFile> files = new ArrayList<>();
        in(folder).forEach(file -> files.add(OfferedFile.single(file)));
        for (Path sub : subfolders(folder)) {
            Optional<String> group = Optional.of(sub.getFileName().toString());
            in(sub).forEach(file -> files.add(new OfferedFile(file, group, false, Optional.empty())));
            for (Path deeper : subfolders(sub)) {
                below(deeper).forEach(file -> files.add(new OfferedFile(file, group, true, Optional.empty())));
            }
        }
        return files;
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
