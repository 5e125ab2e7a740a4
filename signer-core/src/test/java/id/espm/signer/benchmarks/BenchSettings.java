package id.espm.signer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, as {@code -Dbench.…} says.
 *
 * @param rounds  how often each contender is measured
 * @param warmup  how many seconds each contender runs before
 * @param cases   which files are signed
 * @param threads whether one thread is compared with two
 * @param cold    whether whole processes are measured
 * @param heap    whether the smallest heap is looked for
 * @param folder  for inputs and outputs
 * @param report  the Markdown file that is written
 */
record BenchSettings(
        int rounds,
        double warmup,
        List<BenchCase> cases,
        boolean threads,
        boolean cold,
        boolean heap,
        Path folder,
        Path report) {

    static BenchSettings fromSystemProperties() {
        return new BenchSettings(
                Integer.parseInt(System.getProperty("bench.rounds", "21")),
                Double.parseDouble(System.getProperty("bench.warmup", "5")),
                cases(System.getProperty("bench.cases", "all")),
                Boolean.parseBoolean(System.getProperty("bench.threads", "true")),
                Boolean.parseBoolean(System.getProperty("bench.cold", "true")),
                Boolean.getBoolean("bench.heap"),
                Path.of(System.getProperty("bench.dir", "target/bench")).toAbsolutePath(),
                Path.of(System.getProperty("bench.report", "target/performance.md"))
                        .toAbsolutePath());
    }

    private static List<BenchCase> cases(String names) {
        if (names.equals("all")) {
            return List.of(BenchCase.values());
        }
        List<BenchCase> cases = new ArrayList<>();
        if (!names.isBlank() && !names.equals("none")) {
            for (String name : names.split(",")) {
                cases.add(BenchCase.named(name.trim()));
            }
        }
        return List.copyOf(cases);
    }
}
