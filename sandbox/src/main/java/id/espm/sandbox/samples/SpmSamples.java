package id.espm.sandbox.samples;

import id.espm.sandbox.samples.Spm.Baris;
import id.espm.sandbox.samples.Spm.Penerima;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The SPM of the sample packages: the same on every day, but for the date. */
final class SpmSamples {
    private static final Penerima TOKO = new Penerima(
            "CV Latihan Sejahtera", "99.999.999.1-999.000", "0099-01-000123-30-9", "Bank Latihan Tolitoli");
    private static final Penerima WAJIB_PAJAK = new Penerima(
            "PT Wajib Pajak Latihan", "99.999.999.2-999.000", "0099-01-000456-30-9", "Bank Latihan Tolitoli");
    private static final Penerima PEGAWAI = new Penerima(
            "Bendahara Pengeluaran Satker 527010",
            "99.999.999.3-999.000",
            "0099-01-000789-30-9",
            "Bank Latihan Tolitoli");

    private final LocalDate tanggal;

    SpmSamples(LocalDate tanggal) {
        this.tanggal = tanggal;
    }

    /** Office supplies, with PPN and PPh Pasal 22 withheld. */
    Spm persediaan() {
        return new Spm(
                "00123A",
                tanggal,
                Jenis.SPM,
                TOKO,
                "Pembayaran belanja keperluan perkantoran dan barang persediaan sesuai kuitansi terlampir",
                List.of(
                        new Baris("521111", "Belanja Keperluan Perkantoran", 8_880_000),
                        new Baris("521811", "Belanja Barang Persediaan", 4_440_000)),
                List.of(
                        new Baris("411211", "PPN Dalam Negeri", 1_320_000),
                        new Baris("411122", "PPh Pasal 22", 180_000)));
    }

    /** Repair of a building, with PPN and PPh Pasal 23 withheld. */
    Spm pemeliharaan() {
        return new Spm(
                "00124A",
                tanggal,
                Jenis.SPM,
                TOKO,
                "Pembayaran belanja pemeliharaan gedung kantor sesuai kuitansi terlampir",
                List.of(new Baris("523111", "Belanja Pemeliharaan Gedung", 55_500_000)),
                List.of(
                        new Baris("411211", "PPN Dalam Negeri", 5_500_000),
                        new Baris("411124", "PPh Pasal 23", 1_000_000)));
    }

    /** Travel, without deductions. */
    Spm perjalanan() {
        return new Spm(
                "00125A",
                tanggal,
                Jenis.SPM,
                PEGAWAI,
                "Pembayaran belanja perjalanan dinas dalam negeri bulan berjalan",
                List.of(new Baris("524111", "Belanja Perjalanan Dinas Biasa", 7_650_000)),
                List.of());
    }

    Spm koreksi() {
        return new Spm(
                "00131A",
                tanggal,
                Jenis.SPM_KOREKSI,
                TOKO,
                "Koreksi atas SPM Nomor 00098A: akun semula 521111 menjadi 521811, jumlah tetap",
                List.of(new Baris("521811", "Belanja Barang Persediaan", 2_500_000)),
                List.of());
    }

    /**
     * What a Kepala Kantor orders to be paid back. The accounts are illustrations: which ones SAS put into such an ADK
     * is not published.
     */
    Spm pengembalian(Jenis jenis) {
        return switch (jenis) {
            case SPM_KP ->
                kepalaKantor(
                        jenis,
                        "00201A",
                        new Baris("411126", "PPh Pasal 25/29 Badan", 18_275_000),
                        "pajak penghasilan badan");
            case SPM_KPBB ->
                kepalaKantor(
                        jenis,
                        "00202A",
                        new Baris("411313", "PBB Sektor Perkebunan", 6_140_000),
                        "Pajak Bumi dan Bangunan");
            case SPM_KBC -> kepalaKantor(jenis, "00203A", new Baris("412111", "Bea Masuk", 31_900_000), "bea masuk");
            case SPM_IB ->
                kepalaKantor(
                        jenis,
                        "00204A",
                        new Baris("541999", "Imbalan Bunga (akun latihan)", 1_462_000),
                        "imbalan bunga");
            case SPM_BPHTB ->
                kepalaKantor(
                        jenis,
                        "00205A",
                        new Baris("411411", "BPHTB", 9_300_000),
                        "Bea Perolehan Hak atas Tanah dan Bangunan");
            case SPM, SPM_KOREKSI, KONTRAK, RPD_HARIAN, GAJI, LPJ, SURAT ->
                throw new IllegalArgumentException(jenis + " is not a Kepala Kantor's SPM");
        };
    }

    private Spm kepalaKantor(Jenis jenis, String nomor, Baris baris, String atas) {
        String uraian = jenis == Jenis.SPM_IB
                ? "Pembayaran imbalan bunga atas pengembalian kelebihan pembayaran pajak"
                : "Pengembalian kelebihan pembayaran " + atas;
        return new Spm(
                nomor,
                tanggal,
                jenis,
                WAJIB_PAJAK,
                uraian + " sesuai surat keputusan terlampir",
                List.of(baris),
                List.of());
    }

    /** One more than PER-10/PB/2018 Pasal 6(2) allows in a package. */
    List<Spm> six() {
        List<Spm> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(new Spm(
                    String.format(Locale.ROOT, "%05dA", 141 + i),
                    tanggal,
                    Jenis.SPM,
                    PEGAWAI,
                    "Pembayaran belanja langganan daya dan jasa, lokasi " + (i + 1),
                    List.of(new Baris("522111", "Belanja Langganan Listrik", 1_250_000 + 35_000L * i)),
                    List.of()));
        }
        return all;
    }
}
