import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has the Java of an application that jpackage made keep the program's classes (ADR-0013): {@code java ClassArchive.java CFG JAVA},
 * where CFG is the launcher's file in the application's folder of jars, and JAVA the application's own. The archive fits one class
 * path alone, so it is the launcher's. It must be there: the launcher names it, and Java complains of one that is not.
 */
final class ClassArchive {
    /** What jpackage writes in place of the folder of the launcher's file. */
    private static final String HERE = "$APPDIR";

    private ClassArchive() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path launcher = Path.of(args[0]).toAbsolutePath();
        Path folder = launcher.getParent();
        Path made = folder.resolve(".making.aot");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(args[1]).toAbsolutePath().toString());
            command.addAll(values(launcher, "java-options").stream()
                    .filter(option -> !option.startsWith("-XX:AOTCache="))
                    .toList());
            command.add("-XX:AOTCacheOutput=" + made);
            // A class path of a hundred jars is longer than a command may be on Windows.
            Path classPath = Files.writeString(folder.resolve(".class-path"), "-cp " + quoted(classPath(launcher)));
            command.add("@" + classPath);
            command.add("id.espm.app.Rehearsal");
            Process rehearsal = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            rehearsal.getOutputStream().close();
            if (rehearsal.waitFor() != 0 || !Files.exists(made)) {
                throw new IOException("no class archive could be made for " + launcher);
            }
            Files.move(made, folder.resolve("espm-signer.aot"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(folder.resolve(".class-path"));
            Files.deleteIfExists(made);
        }
    }

    private static String classPath(Path launcher) throws IOException {
        return String.join(System.getProperty("path.separator"), values(launcher, "app.classpath"));
    }

    private static List<String> values(Path launcher, String key) throws IOException {
        return Files.readAllLines(launcher).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1)
                        .replace(HERE, launcher.getParent().toString()))
                .collect(Collectors.toList());
    }

    /** As the files of arguments of {@code java} want it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
