package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures signing on this machine and prints one table: {@code mvn -Pbench -pl signer-core -am test}. What is measured and
 * how stands in {@code docs/performance.md}.
 */
final class Benchmarks {
    private static final int MOST_ROUNDS_OF_OTHERS = 11;
    private static final long SPARSE_ADK = 2_000_000_000;

    private final BenchSettings settings;
    private final BenchSigner signer;
    private final List<Contender> contenders;
    private final List<String> report = new ArrayList<>();

    private Benchmarks(BenchSettings settings, BenchSigner signer) {
        this.settings = settings;
        this.signer = signer;
        this.contenders = Contenders.all(signer);
    }

    public static void main(String[] arguments) throws Exception {
        BenchSettings settings = BenchSettings.fromSystemProperties();
        List<String> report = run(settings);
        report.forEach(System.out::println);
        System.out.println("written to " + settings.report());
    }

    static List<String> run(BenchSettings settings) throws Exception {
        Files.createDirectories(settings.folder());
        try (BenchSigner signer = BenchSigner.create(settings.folder())) {
            Benchmarks benchmarks = new Benchmarks(settings, signer);
            benchmarks.measure();
            Files.createDirectories(settings.report().getParent());
            Files.write(settings.report(), benchmarks.report);
            return benchmarks.report;
        }
    }

    private void measure() throws Exception {
        report.addAll(Machine.facts(settings));
        if (!settings.cases().isEmpty()) {
            cases();
        }
        int rounds = Math.min(settings.rounds(), MOST_ROUNDS_OF_OTHERS);
        if (settings.threads()) {
            threads(new ThreadsRun(rounds, settings.warmup()));
        }
        if (settings.cold()) {
            Path input = BenchCase.PDF_200K.input(settings.folder());
            section(ColdRun.measure(rounds, input, settings.folder().resolve("signed"), signer.keyFile()));
        }
        if (settings.heap()) {
            section(HeapRun.measure(settings.folder(), signer.keyFile(), SPARSE_ADK));
        }
    }

    private void cases() throws Exception {
        PairedRun run = new PairedRun(settings.rounds(), settings.warmup());
        ResultTable table = new ResultTable();
        for (BenchCase each : settings.cases()) {
            System.err.println("measuring " + each.id() + " ...");
            Path input = each.input(settings.folder());
            table.add(
                    each.title(),
                    run.measure(input, each.batch(), Contenders.of(each.kind(), contenders), settings.folder()));
            Files.delete(input);
        }
        section(table.medians());
        section(table.spreads());
    }

    private void threads(ThreadsRun run) throws Exception {
        List<String> lines = new ArrayList<>(List.of(ThreadsRun.head().split("\n")));
        for (BenchCase each : List.of(BenchCase.PDF_200K, BenchCase.PDF_5M)) {
            System.err.println("measuring threads, " + each.id() + " ...");
            Path input = each.input(settings.folder());
            for (Contender contender : Contenders.of(Kind.PDF, contenders)) {
                if (contender.title().equals(Contender.LIMIT)
                        || contender.title().equals(Ours.TITLE)) {
                    lines.add(run.measure(each.title(), contender, input, settings.folder()));
                }
            }
        }
        section(lines);
    }

    private void section(List<String> lines) {
        report.add("");
        report.addAll(lines);
    }
}
