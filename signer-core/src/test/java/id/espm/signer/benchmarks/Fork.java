package id.espm.signer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs {@link ForkedSigning} in a JVM of its own, the same as this one and on a class path that holds what signing needs. */
record Fork(String who, Path input, Path output, Path keyFile) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** What signer-core and PDFBox bring; the indexes of the tests' other jars would count as heap and as time. */
    private static final Pattern NEEDED =
            Pattern.compile("(bc(prov|pkix|util)|pdfbox|fontbox|commons-|jackson-|slf4j-|jspecify).*");

    /**
     * Runs it to its end.
     *
     * @return whether it ended well
     */
    boolean run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), ForkedSigning.class.getName()));
        command.addAll(List.of(who, input.toString(), output.toString(), keyFile.toString()));
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String classPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(whole.split(Pattern.quote(File.pathSeparator)))
                .filter(Fork::isNeeded)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Jars by their names; folders are classes that were just compiled, of which the sandbox's are not needed. */
    private static boolean isNeeded(String entry) {
        Path path = Path.of(entry);
        String name = path.getFileName().toString();
        return Files.isDirectory(path)
                ? !entry.contains("sandbox")
                : NEEDED.matcher(name).matches();
    }
}
