package id.espm.signer.paket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isDirectory)
                    .filter(path -> !Files.isSymbolicLink(path))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> !path.toAbsolutePath().normalize().equals(outputs))
                    .sorted()
                    .toList();
        }
    }

    private static boolean holdsAnything(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.anyMatch(path -> !path.getFileName().toString().startsWith("."));
        }
    }
}
