package id.espm.sandbox.samples;

import java.time.ZoneId;

/**
 * A satuan kerja with the KPPN that pays for it.
 *
 * @param kode six digits
 * @param nama its name
 * @param departemen KDDEPT, three digits (bagian anggaran)
 * @param unit KDUNIT, two digits (unit eselon I)
 * @param kppn three digits
 * @param namaKppn name of that KPPN
 * @param lokasi where its officials sign
 * @param zona local time there (WIB, WITA or WIT; Keppres 41/1987)
 */
public record Satker(
        String kode,
        String nama,
        String departemen,
        String unit,
        String kppn,
        String namaKppn,
        String lokasi,
        ZoneId zona) {

    /** The satker of all samples: an invented one at KPPN Tolitoli, in Sulawesi and so in WITA. */
    public static final Satker LATIHAN = new Satker(
            "527010",
            "Satuan Kerja Latihan Tolitoli",
            "015",
            "08",
            "082",
            "Tolitoli",
            "Tolitoli",
            ZoneId.of("Asia/Makassar"));
}
