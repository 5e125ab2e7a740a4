package id.espm.app.cli.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows for people in columns as wide as need be, each with lines below it. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> below = new ArrayList<>();

    /** @param titles one per column */
    public TextTable(List<String> titles) {
        add(titles, List.of());
    }

    /** Adds a row, and what stands below it. */
    public void add(List<String> columns, List<String> lines) {
        rows.add(columns.stream().map(TextTable::readable).toList());
        below.add(lines.stream().map(TextTable::readable).toList());
    }

    /** A name may hold what moves the cursor of a terminal. */
    private static String readable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** The lines from the titles on. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), widths));
            below.get(i).forEach(line -> lines.add(GAP + GAP + line));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths[i] - length(row.get(i))))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
