package id.espm.app.benchmarks;

import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures a batch as a whole process against {@link BatchLimit}, in turns: {@code mvn -Pbench-batch -pl app -am test}. What is
 * measured and how stands in {@code docs/performance.md}.
 */
final class BatchBench {
    private final Path folder;
    private final Path program;
    private final int packages;
    private final int rounds;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final List<String> heap;

    private BatchBench() throws IOException {
        folder = Path.of(System.getProperty("bench.dir", "target/bench-batch")).toAbsolutePath();
        program = Path.of(System.getProperty("bench.program", newest())).toAbsolutePath();
        packages = Integer.getInteger("bench.packages", 1_000);
        rounds = Integer.getInteger("bench.rounds", 5);
        heap = List.of("-Xmx" + System.getProperty("bench.heap", "256m"));
    }

    public static void main(String[] args) throws Exception {
        new BatchBench().run();
    }

    /** The distribution that the last build unpacked. */
    private static String newest() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("..", "installer", "target"))) {
            return built.filter(path -> Files.isDirectory(path.resolve("lib")))
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElseThrow(() -> new IOException("build the program first: ./espm-signer --version"));
        }
    }

    /** How long a run took, and how long the second half of its packages. */
    private record Taken(double seconds, double secondHalf) {}

    private void run() throws Exception {
        delete(folder);
        Path inbox = Files.createDirectories(folder.resolve("paket"));
        new BatchPackages().write(inbox, packages);
        PracticeFolder practice = PracticeFolder.init(folder.resolve("latihan"));
        System.out.printf("%d packages, %d threads, %s, %s%n", packages, threads, heap, program.getFileName());
        System.out.println("| round | limit, s | batch, s | limit/batch | second half, s | limit/2 / second half |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        List<Double> whole = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double limit = limit(inbox);
            Taken ours = ours(inbox, practice);
            whole.add(limit / ours.seconds());
            warm.add(limit / 2 / ours.secondHalf());
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    round,
                    limit,
                    ours.seconds(),
                    whole.getLast(),
                    ours.secondHalf(),
                    warm.getLast());
        }
        System.out.printf(Locale.ROOT, "medians: whole process %.2f, second half %.2f%n", median(whole), median(warm));
        delete(folder);
    }

    private double limit(Path inbox) throws Exception {
        Path out = folder.resolve("limit");
        long start = System.nanoTime();
        call(
                List.of(
                        java(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BatchLimit.class.getName(),
                        inbox.toString(),
                        out.toString(),
                        Integer.toString(threads)),
                folder.resolve("limit.txt"));
        double seconds = (System.nanoTime() - start) / 1e9;
        delete(out);
        return seconds;
    }

    /** As {@code bin/espm-signer} starts it, with the heap of this run. */
    private Taken ours(Path inbox, PracticeFolder practice) throws Exception {
        Path out = folder.resolve("out");
        Path official = practice.dir().resolve("officials").resolve("PPSPM.p12");
        List<String> command = new ArrayList<>(List.of(java(), "@" + program.resolve("launch.options")));
        Path archive = program.resolve("lib/espm-signer.aot");
        if (Files.exists(archive)) {
            command.add("-XX:AOTCache=" + archive);
        }
        command.addAll(heap);
        command.addAll(nativeCryptography());
        command.addAll(List.of("-cp", program.resolve("lib") + "/*", "id.espm.app.Main", "batch", inbox.toString()));
        command.addAll(List.of("--jenis", "SPM", "--satker", "527010", "--kppn", "082", "--tahun", "2026"));
        command.addAll(List.of("--jabatan", "PPSPM", "--lokasi", "Tolitoli", "--json-events", "-q"));
        command.addAll(List.of("--config", folder.resolve("settings").toString(), "--out", out.toString()));
        command.addAll(List.of(
                "--p12",
                official.toString(),
                "--passphrase-file",
                official.resolveSibling("PPSPM.passphrase").toString(),
                "--trust",
                practice.trustAnchors().toString()));
        Path events = folder.resolve("events.jsonl");
        long start = System.nanoTime();
        Process process = start(command, events);
        long half = 0;
        while (process.isAlive()) {
            if (half == 0 && signed(events) >= packages / 2) {
                half = System.nanoTime();
            }
            Thread.sleep(50);
        }
        long end = System.nanoTime();
        require(process, events);
        delete(out);
        delete(folder.resolve("settings"));
        return new Taken((end - start) / 1e9, (end - half) / 1e9);
    }

    /** As {@code bin/espm-signer} says it; without it there is a second compiler. */
    private List<String> nativeCryptography() throws IOException {
        try (Stream<Path> found = Files.find(
                program.resolve("lib"), 2, (path, is) -> path.endsWith("libamazonCorrettoCryptoProvider.so"))) {
            return found.findFirst()
                    .map(library -> List.of(
                            "-Djava.library.path=" + library.getParent(),
                            "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true",
                            "-XX:TieredStopAtLevel=1"))
                    .orElse(List.of());
        }
    }

    private static long signed(Path events) throws IOException {
        try (Stream<String> lines = Files.lines(events, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("{\"event\":\"signed\""))
                    .count();
        }
    }

    private static void call(List<String> command, Path output) throws Exception {
        Process process = start(command, output);
        process.waitFor();
        require(process, output);
    }

    private static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(
                        output.resolveSibling(output.getFileName() + ".err").toFile())
                .start();
    }

    private static void require(Process process, Path output) throws IOException {
        if (process.exitValue() != 0) {
            throw new IOException("ended with " + process.exitValue() + ", see " + output + ".err");
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> walked = Files.walk(path)) {
            for (Path one : walked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
