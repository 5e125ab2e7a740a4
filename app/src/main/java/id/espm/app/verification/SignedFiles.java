package id.espm.app.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files below a folder that look signed, by their names. */
public final class SignedFiles {
    private static final Set<String> ENDINGS = Set.of("pdf", "p7m", "p7s", "asice", "asics", "sce", "scs");

    private final List<Path> leftOut;

    /** @param leftOut files that are never among them, such as reports that an earlier call wrote */
    public SignedFiles(List<Path> leftOut) {
        this.leftOut = leftOut.stream().map(SignedFiles::place).toList();
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /**
     * Those in the folder and its sub-folders, each folder in the order of names. Hidden ones are passed over; folders behind
     * symbolic links, too, since they may lead in a circle.
     */
    public List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> inside;
        try (Stream<Path> listed = Files.list(folder)) {
            inside = listed.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path path : inside) {
            if (Files.isDirectory(path)) {
                if (!Files.isSymbolicLink(path)) {
                    found.addAll(below(path));
                }
            } else if (looksSigned(path) && !leftOut.contains(place(path))) {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean looksSigned(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    /** Whether a {@code .p7s} beside a file signs it, so that it need not be signed itself. */
    public static boolean isContent(Path file) {
        return Files.isRegularFile(file.resolveSibling(file.getFileName() + ".p7s"));
    }
}
