package id.espm.sandbox.samples;

import java.util.Optional;

/**
 * The tables of an ADK SPM. Names of tables and columns are those that public readers of SAS's ADK use; the columns of
 * {@code d_spmmap} follow {@code d_spmmak}, of which alone they are known.
 */
final class SpmAdk {
    private SpmAdk() {}

    static Adk of(Spm spm, Satker satker) {
        Adk adk = new Adk();
        header(adk.table("d_spmind.dbf"), spm, satker);
        Adk.Table expenditure = lines(adk.table("d_spmmak.dbf"), "NILMAK");
        spm.pengeluaran().forEach(line -> add(expenditure, spm, satker, line));
        Adk.Table deductions = lines(adk.table("d_spmmap.dbf"), "NILMAP");
        spm.potongan().forEach(line -> add(deductions, spm, satker, line));
        return adk;
    }

    private static void header(Adk.Table table, Spm spm, Satker satker) {
        table.text("THANG", 4)
                .text("KDSATKER", 6)
                .text("KDDEPT", 3)
                .text("KDUNIT", 2)
                .text("KDPROGRAM", 2)
                .text("KDGIAT", 4)
                .text("KDOUTPUT", 3)
                .amount("TOTNILMAK")
                .amount("TOTNILMAP")
                .text("NOSPP", 5)
                .date("TGSPP")
                .text("NOSPM", 6)
                .date("TGSPM")
                .text("NOSP2D", 15)
                .date("TGSP2D")
                .text("KDJENSPM", 3)
                .text("KDSTASPM", 1)
                .text("KDVALAS", 3)
                .amount("NILKURS")
                .row(
                        year(spm),
                        satker.kode(),
                        satker.departemen(),
                        satker.unit(),
                        SpmPrint.PROGRAM,
                        SpmPrint.KEGIATAN,
                        SpmPrint.OUTPUT,
                        spm.jumlahPengeluaran(),
                        spm.jumlahPotongan(),
                        spm.nomorSpp(),
                        spm.tanggalSpp(),
                        spm.nomor(),
                        spm.tanggal(),
                        "",
                        Optional.empty(),
                        jenisSpm(spm.jenis()),
                        "1",
                        "IDR",
                        1L);
    }

    private static Adk.Table lines(Adk.Table table, String amount) {
        return table.text("THANG", 4)
                .text("KDSATKER", 6)
                .text("NOSPM", 6)
                .date("TGSPM")
                .text("NOSP2D", 15)
                .date("TGSP2D")
                .text("KDAKUN", 6)
                .amount(amount);
    }

    private static void add(Adk.Table table, Spm spm, Satker satker, Spm.Baris line) {
        table.row(
                year(spm), satker.kode(), spm.nomor(), spm.tanggal(), "", Optional.empty(), line.akun(), line.jumlah());
    }

    private static String year(Spm spm) {
        return Integer.toString(spm.tanggal().getYear());
    }

    /**
     * Codes of SAKTI's list where that has the kind (231 non gaji, 515 koreksi, 233 imbalan bunga pajak); those of SAS
     * are not published. 9xx are practice codes.
     */
    private static String jenisSpm(Jenis jenis) {
        return switch (jenis) {
            case SPM -> "231";
            case SPM_KOREKSI -> "515";
            case SPM_IB -> "233";
            case SPM_KP -> "901";
            case SPM_KPBB -> "902";
            case SPM_KBC -> "903";
            case SPM_BPHTB -> "904";
            case KONTRAK, RPD_HARIAN, GAJI, LPJ, SURAT -> throw new IllegalArgumentException(jenis + " is not an SPM");
        };
    }
}
