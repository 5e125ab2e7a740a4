package id.espm.signer;

import java.time.Month;
import java.util.List;

/** The months by their Indonesian names, as they stand in documents whatever language the program speaks. */
public final class Bulan {
    /** From January on. */
    public static final List<String> NAMES = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private Bulan() {}

    /** The name of a month. */
    public static String of(Month month) {
        return NAMES.get(month.getValue() - 1);
    }
}
