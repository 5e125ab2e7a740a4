package id.espm.signer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where figures were taken. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Pattern LIBRARY =
            Pattern.compile("(pdfbox|openpdf|dss-pades|bcpkix-jdk18on|AmazonCorrettoCryptoProvider)-[0-9].*[.]jar");

    private Machine() {}

    static List<String> facts(BenchSettings settings) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                "- Processor: " + processor() + ", " + runtime.availableProcessors() + " cores for this process",
                "- System: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                "- Java: " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", heap at most "
                        + (runtime.maxMemory() >> 20) + " MiB",
                "- Libraries: " + libraries(),
                "- Date: " + LocalDate.now(),
                "- Rounds: " + settings.rounds() + ", warm-up " + settings.warmup() + " s per contender and case");
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(l -> l.startsWith("model name"))
                    .findFirst()
                    .map(l -> l.substring(l.indexOf(':') + 1).trim())
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** As their jars are named. */
    private static String libraries() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(LIBRARY.asMatchPredicate())
                .map(name -> name.substring(0, name.length() - ".jar".length()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
