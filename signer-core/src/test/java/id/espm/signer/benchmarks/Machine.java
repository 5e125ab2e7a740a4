package id.espm.signer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Where figures were taken. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static List<String> facts(BenchSettings settings) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                "- Processor: " + processor() + ", " + runtime.availableProcessors() + " cores for this process",
                "- System: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                "- Java: " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", heap at most "
                        + (runtime.maxMemory() >> 20) + " MiB",
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
}
