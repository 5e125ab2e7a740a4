package id.espm.sandbox.samples;

import java.time.LocalDate;

/**
 * A Rencana Penarikan Dana Harian: data only, without any print (PER-10/PB/2018 Pasal 1(8)). The inner tables of SAS's
 * ADK are not published, so its table has a name that says practice.
 */
final class RpdHarian {
    private final LocalDate tanggal;
    private final Satker satker;

    RpdHarian(LocalDate tanggal, Satker satker) {
        this.tanggal = tanggal;
        this.satker = satker;
    }

    String nomor() {
        return "RPD-0045";
    }

    Adk adk() {
        Adk adk = new Adk();
        Adk.Table table = adk.table("latihan_rpd.dbf")
                .text("THANG", 4)
                .text("KDSATKER", 6)
                .text("NORPD", 10)
                .date("TGRENCANA")
                .text("KDAKUN", 6)
                .amount("NILRENCANA");
        plan(table, 5, "523111", 1_250_000_000L);
        plan(table, 6, "532111", 2_475_000_000L);
        plan(table, 8, "533111", 1_030_500_000L);
        return adk;
    }

    private void plan(Adk.Table table, int days, String akun, long amount) {
        table.row(Integer.toString(tanggal.getYear()), satker.kode(), nomor(), tanggal.plusDays(days), akun, amount);
    }
}
