package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Sheet;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who stands under the prints.
 *
 * @param names full name by jabatan (PPSPM, PPK, …)
 */
record Pejabat(Map<String, String> names) {
    Pejabat {
        names = Map.copyOf(names);
    }

    String name(String jabatan) {
        return names.getOrDefault(jabatan, "................................");
    }

    /**
     * Draws the block for a signature: heading lines, room to sign, name and NIP.
     *
     * @param x left edge
     * @param y foot of the first line
     */
    void block(Sheet sheet, float x, float y, String jabatan, List<String> heading) throws IOException {
        float line = y;
        for (String text : heading) {
            sheet.left(x, line, TextStyle.of(9), text);
            line += 12;
        }
        float foot = y + 12f * heading.size() + 58;
        sheet.left(x, foot, TextStyle.bold(9), name(jabatan).toUpperCase(Locale.ROOT));
        sheet.left(x, foot + 12, TextStyle.of(9), "NIP 99990101 200001 9 999 (latihan)");
    }
}
