package id.espm.signer.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The samples of all cases, as Markdown: a row per contender, a column per case. */
final class ResultTable {
    private final Map<String, Map<String, double[]>> byCase = new LinkedHashMap<>();

    void add(String title, Map<String, double[]> samples) {
        byCase.put(title, samples);
    }

    /** Median milliseconds, and how many times the limit they are. */
    List<String> medians() {
        return table("ms (times the limit)", c -> row -> {
            double ratio = Statistics.pairedRatio(c.get(row), c.get(Contender.LIMIT));
            return String.format(Locale.ROOT, "%s (%.2f)", shortest(Statistics.median(c.get(row))), ratio);
        });
    }

    /** The distance between the quartiles in percent of the median. */
    List<String> spreads() {
        return table(
                "quartile distance",
                c -> row -> String.format(Locale.ROOT, "%.0f %%", Statistics.spread(c.get(row)) * 100));
    }

    private List<String> table(String corner, Function<Map<String, double[]>, Function<String, String>> cells) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + corner + " | " + String.join(" | ", byCase.keySet()) + " |");
        lines.add("|---|" + "---:|".repeat(byCase.size()));
        for (String row : rows()) {
            StringBuilder line = new StringBuilder("| " + row + " |");
            for (Map<String, double[]> samples : byCase.values()) {
                line.append(
                        samples.containsKey(row) ? " " + cells.apply(samples).apply(row) + " |" : " - |");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private List<String> rows() {
        return byCase.values().stream()
                .flatMap(c -> c.keySet().stream())
                .distinct()
                .toList();
    }

    private static String shortest(double ms) {
        return String.format(Locale.ROOT, ms < 10 ? "%.2f" : ms < 100 ? "%.1f" : "%.0f", ms);
    }
}
