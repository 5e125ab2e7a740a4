package id.espm.sandbox.samples.print;

import java.time.LocalDate;
import java.util.List;

/**
 * Dates, amounts and amounts in words as Indonesian offices write them. Spelled out here, as a trimmed Java runtime has
 * no Indonesian locale data.
 */
public final class Indonesian {
    private static final List<String> MONTHS = List.of(
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
    private static final List<String> DIGITS = List.of(
            "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas");

    private Indonesian() {}

    /** "21 November 2026". */
    public static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + monthAndYear(date);
    }

    /** "November 2026". */
    public static String monthAndYear(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** "Rp1.234.567". */
    public static String rupiah(long amount) {
        return "Rp" + number(amount);
    }

    /** "1.234.567". */
    public static String number(long amount) {
        StringBuilder text = new StringBuilder(Long.toString(amount));
        int first = amount < 0 ? 1 : 0;
        for (int i = text.length() - 3; i > first; i -= 3) {
            text.insert(i, '.');
        }
        return text.toString();
    }

    /** Terbilang: "dua belas ribu rupiah". */
    public static String rupiahInWords(long amount) {
        if (amount < 0 || amount >= 1_000_000_000_000_000L) {
            throw new IllegalArgumentException("no words for " + amount);
        }
        return (amount == 0 ? "nol" : words(amount)) + " rupiah";
    }

    private static String words(long amount) {
        if (amount < 12) {
            return DIGITS.get((int) amount);
        }
        if (amount < 20) {
            return words(amount - 10) + " belas";
        }
        if (amount < 100) {
            return parts(amount, 10, "puluh");
        }
        if (amount < 200) {
            return join("seratus", words(amount - 100));
        }
        if (amount < 1_000) {
            return parts(amount, 100, "ratus");
        }
        if (amount < 2_000) {
            return join("seribu", words(amount - 1_000));
        }
        if (amount < 1_000_000) {
            return parts(amount, 1_000, "ribu");
        }
        if (amount < 1_000_000_000) {
            return parts(amount, 1_000_000, "juta");
        }
        return amount < 1_000_000_000_000L
                ? parts(amount, 1_000_000_000, "miliar")
                : parts(amount, 1_000_000_000_000L, "triliun");
    }

    private static String parts(long amount, long unit, String name) {
        return join(words(amount / unit) + " " + name, words(amount % unit));
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + " " + second;
    }
}
