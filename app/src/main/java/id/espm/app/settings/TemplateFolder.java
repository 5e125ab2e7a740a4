package id.espm.app.settings;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.WholeFile;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.pdf.appearance.template.TemplateJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Templates of visible signatures that the user keeps, each as a file that {@code --placement} reads, too.
 *
 * @param folder need not exist
 */
public record TemplateFolder(Path folder) {
    private static final String JSON = ".json";
    /** What is a file's name on every system. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _-]{0,58}[\\p{L}\\p{N}])?");

    /** Whether a template may be called so: 1 to 60 letters, digits, blanks, - and _, which do not stand at its ends. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Their names, in alphabetical order. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JSON))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .filter(TemplateFolder::isName)
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }
    }

    /**
     * Reads one.
     *
     * @throws SignerException {@link Problem.TemplateInvalid}, {@link Problem.FileUnreadable}
     */
    public Template read(String name) throws SignerException {
        return TemplateJson.read(file(name));
    }

    /** Writes one, whole or not at all; one of the same name is replaced. */
    public void save(String name, Template template) throws IOException {
        WholeFile.replace(file(name), TemplateJson.write(template).getBytes(StandardCharsets.UTF_8));
    }

    /** Removes one, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a template");
        }
        return folder.resolve(name + JSON);
    }
}
