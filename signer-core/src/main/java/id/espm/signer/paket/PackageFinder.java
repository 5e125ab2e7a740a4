package id.espm.signer.paket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the packages below a folder: the folder itself where it holds {@code paket.json}; else each sub-folder that does, at any
 * depth; else each direct sub-folder that holds anything.
 */
public final class PackageFinder {
    private static final String DESCRIPTION = "paket.json";

    private final Path outputs;

    /** @param outputs where results go: never a package, even where it lies among them */
    public PackageFinder(Path outputs) {
        this.outputs = outputs.toAbsolutePath().normalize();
    }

    /** The package folders in the order of their names. */
    public List<Path> below(Path folder) throws IOException {
        if (isDescribed(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        for (Path direct : subfolders(folder)) {
            List<Path> described = described(direct);
            if (described.isEmpty() && holdsAnything(direct)) {
                found.add(direct);
            }
            found.addAll(described);
        }
        return found;
    }

    /** Files that lie beside the packages and belong to none; nobody signs them, and that should be told. */
    public List<Path> loose(Path folder) throws IOException {
        return isDescribed(folder) ? List.of() : FolderFiles.in(folder);
    }

    private List<Path> described(Path folder) throws IOException {
        if (isDescribed(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        for (Path sub : subfolders(folder)) {
            found.addAll(described(sub));
        }
        return found;
    }

    private static boolean isDescribed(Path folder) {
        return Files.isRegularFile(folder.resolve(DESCRIPTION));
    }

    private List<Path> subfolders(Path folder) throws IOException {
        return FolderFiles.subfolders(folder).stream()
                .filter(path -> !Files.isSymbolicLink(path))
                .filter(path -> !path.toAbsolutePath().normalize().equals(outputs))
                .toList();
    }

    private static boolean holdsAnything(Path folder) throws IOException {
        return !FolderFiles.in(folder).isEmpty()
                || !FolderFiles.subfolders(folder).isEmpty();
    }
}
