package id.espm.sandbox.samples;

import java.time.LocalDate;
import java.util.List;

/**
 * One surat perintah membayar; print and ADK are both made from it, so that they agree.
 *
 * @param nomor NOSPM, as "00123A"
 * @param tanggal TGSPM
 * @param jenis one of the SPM kinds
 * @param penerima who is paid
 * @param uraian what for
 * @param pengeluaran expenditure lines (MAK)
 * @param potongan deductions (MAP)
 */
record Spm(
        String nomor,
        LocalDate tanggal,
        Jenis jenis,
        Penerima penerima,
        String uraian,
        List<Baris> pengeluaran,
        List<Baris> potongan) {

    Spm {
        pengeluaran = List.copyOf(pengeluaran);
        potongan = List.copyOf(potongan);
    }

    /**
     * A line of an SPM.
     *
     * @param akun six digits of the bagan akun standar
     * @param uraian its name
     * @param jumlah rupiah
     */
    record Baris(String akun, String uraian, long jumlah) {}

    /**
     * Who is paid.
     *
     * @param nama name
     * @param npwp taxpayer's number, with dots
     * @param rekening account number
     * @param bank bank
     */
    record Penerima(String nama, String npwp, String rekening, String bank) {}

    /** TOTNILMAK, rupiah. */
    long jumlahPengeluaran() {
        return pengeluaran.stream().mapToLong(Baris::jumlah).sum();
    }

    /** TOTNILMAP, rupiah. */
    long jumlahPotongan() {
        return potongan.stream().mapToLong(Baris::jumlah).sum();
    }

    /** What is paid out: TOTNILMAK less TOTNILMAP. */
    long netto() {
        return jumlahPengeluaran() - jumlahPotongan();
    }

    /** The SPP that came before it bears its number without the letter. */
    String nomorSpp() {
        return nomor.replaceAll("\\D", "");
    }

    /** The SPP's date, two days before. */
    LocalDate tanggalSpp() {
        return tanggal.minusDays(2);
    }
}
