package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.Sheet;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A PDF of plain lines, for cases that the samples do not show. */
public final class DraftPrint {
    private static final int LINES = 50;

    private DraftPrint() {}

    /** Writes the lines, as many to a page as fit; a page without any where there are none, like a scan without its picture. */
    public static void write(Path file, List<String> lines) throws IOException {
        PdfDocument.write(file, "Latihan", LocalDate.of(2026, 11, 20), document -> {
            for (int from = 0; from == 0 || from < lines.size(); from += LINES) {
                try (Sheet sheet = document.portrait()) {
                    int foot = 40;
                    for (String line : lines.subList(from, Math.min(lines.size(), from + LINES))) {
                        sheet.left(40, foot, TextStyle.of(10), line);
                        foot += 15;
                    }
                }
            }
        });
    }
}
