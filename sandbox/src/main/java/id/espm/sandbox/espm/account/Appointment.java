package id.espm.sandbox.espm.account;

import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One position of one person at one satker in one budget year, as eSPM's administrator entered it
 * (PER-10/PB/2018, Lampiran 1.5; "Status DIPA" ties an official to the satker's authority).
 *
 * @param jabatan position, e.g. {@code PPSPM}; for operators the name of their {@link AccountKind}
 * @param satker six digits
 * @param satkerNama name of the satker
 * @param kppn three digits
 * @param kppnNama name of the KPPN
 * @param zone local time of the KPPN (WIB, WITA or WIT)
 * @param tahun budget year
 * @param dipa number of the DIPA that the appointment rests on
 * @param active false once the person no longer holds the post (Pasal 4(5)e)
 */
public record Appointment(
        String jabatan,
        String satker,
        String satkerNama,
        String kppn,
        String kppnNama,
        ZoneId zone,
        int tahun,
        String dipa,
        boolean active) {
    private static final Pattern SATKER = Pattern.compile("\\d{6}");
    private static final Pattern KPPN = Pattern.compile("\\d{3}");

    public Appointment {
        Objects.requireNonNull(jabatan, "jabatan");
        Objects.requireNonNull(zone, "zone");
        if (!SATKER.matcher(satker).matches()) {
            throw new IllegalArgumentException("satker has six digits: " + satker);
        }
        if (!KPPN.matcher(kppn).matches()) {
            throw new IllegalArgumentException("kppn has three digits: " + kppn);
        }
    }

    /** Whether this position counts for the given satker in the given budget year. */
    public boolean holdsFor(String otherSatker, int otherTahun) {
        return active && satker.equals(otherSatker) && tahun == otherTahun;
    }
}
