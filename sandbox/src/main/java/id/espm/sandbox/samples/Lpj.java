package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Grid;
import id.espm.sandbox.samples.print.Indonesian;
import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.Sheet;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A Bendahara Pengeluaran's monthly report (LPJ Bendahara) and its data. SAS's ADK LPJ is not published inside, so its
 * table has a name that says practice.
 */
final class Lpj {
    private static final List<Buku> KAS = List.of(
            new Buku("BP Kas (tunai dan bank)", 12_450_000, 96_820_000, 94_305_000),
            new Buku("BP Uang Muka/Voucher", 0, 3_500_000, 3_500_000));
    private static final List<Buku> SELAIN_KAS = List.of(
            new Buku("BP UP", 12_000_000, 38_000_000, 36_140_000),
            new Buku("BP LS-Bendahara", 0, 54_320_000, 54_320_000),
            new Buku("BP Pajak", 450_000, 4_500_000, 3_845_000),
            new Buku("BP Lain-lain", 0, 0, 0));
    private static final long TUNAI = 2_765_000;

    private final LocalDate tanggal;
    private final Satker satker;
    private final Pejabat pejabat;

    Lpj(LocalDate tanggal, Satker satker, Pejabat pejabat) {
        this.tanggal = tanggal;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    /** A subsidiary ledger over the month; whole rupiah. */
    private record Buku(String nama, long awal, long tambah, long kurang) {
        long akhir() {
            return awal + tambah - kurang;
        }
    }

    String nomor() {
        return String.format(Locale.ROOT, "LPJ-%02d", bulan().getMonthValue());
    }

    /** The month that has ended. */
    private LocalDate bulan() {
        return tanggal.minusMonths(1);
    }

    long saldoKas() {
        return KAS.stream().mapToLong(Buku::akhir).sum();
    }

    Adk adk() {
        Adk adk = new Adk();
        Adk.Table table = adk.table("latihan_lpj.dbf")
                .text("THANG", 4)
                .text("BULAN", 2)
                .text("KDSATKER", 6)
                .text("BUKU", 30)
                .amount("SALDOAWAL")
                .amount("TAMBAH")
                .amount("KURANG")
                .amount("SALDOAKHIR");
        for (Buku buku : all()) {
            table.row(
                    Integer.toString(bulan().getYear()),
                    String.format(Locale.ROOT, "%02d", bulan().getMonthValue()),
                    satker.kode(),
                    buku.nama(),
                    buku.awal(),
                    buku.tambah(),
                    buku.kurang(),
                    buku.akhir());
        }
        return adk;
    }

    private static List<Buku> all() {
        List<Buku> all = new ArrayList<>(KAS);
        all.addAll(SELAIN_KAS);
        return all;
    }

    void write(Path file) throws IOException {
        PdfDocument.write(file, "LPJ Bendahara " + Indonesian.monthAndYear(bulan()), tanggal, document -> {
            try (Sheet sheet = document.portrait()) {
                draw(sheet);
            }
        });
    }

    private void draw(Sheet sheet) throws IOException {
        float middle = sheet.width() / 2;
        sheet.center(middle, 52, TextStyle.bold(12), "LAPORAN PERTANGGUNGJAWABAN");
        sheet.center(middle, 67, TextStyle.bold(12), "BENDAHARA PENGELUARAN");
        sheet.center(middle, 83, TextStyle.of(10), "Bulan: " + Indonesian.monthAndYear(bulan()));
        List<String> facts = List.of(
                "Kementerian/Lembaga", "(" + satker.departemen() + ") Kementerian Keuangan",
                "Satuan kerja", "(" + satker.kode() + ") " + satker.nama(),
                "KPPN", "(" + satker.kppn() + ") " + satker.namaKppn(),
                "Tahun anggaran", Integer.toString(bulan().getYear()));
        for (int i = 0; i < facts.size(); i += 2) {
            sheet.left(48, 110 + 13 * (i / 2), TextStyle.of(9), facts.get(i));
            sheet.left(160, 110 + 13 * (i / 2), TextStyle.of(9), ": " + facts.get(i + 1));
        }
        sheet.left(48, 180, TextStyle.bold(9), "I.  Keadaan pembukuan bulan pelaporan");
        float end = books(sheet, 188);
        sheet.left(48, end + 20, TextStyle.bold(9), "II.  Keadaan kas pada akhir bulan pelaporan");
        amount(sheet, end + 36, "1. Uang tunai di brankas", TUNAI);
        amount(sheet, end + 50, "2. Uang di rekening bank", saldoKas() - TUNAI);
        amount(sheet, end + 64, "3. Jumlah kas", saldoKas());
        sheet.left(48, end + 88, TextStyle.bold(9), "III.  Selisih kas");
        amount(sheet, end + 104, "Saldo akhir BP Kas dikurangi jumlah kas", 0);
        sheet.left(48, end + 128, TextStyle.bold(9), "IV.  Penjelasan selisih");
        sheet.left(62, end + 144, TextStyle.of(9), "Nihil.");
        sheet.left(330, end + 176, TextStyle.of(9), satker.lokasi() + ", " + Indonesian.date(tanggal));
        pejabat.block(sheet, 48, end + 190, "KPA", List.of("Mengetahui,", "Kuasa Pengguna Anggaran"));
        pejabat.block(sheet, 330, end + 190, "BENDAHARA", List.of("", "Bendahara Pengeluaran"));
        pejabat.block(sheet, 190, end + 306, "PPK", List.of("Mengetahui,", "Pejabat Pembuat Komitmen"));
    }

    private static float books(Sheet sheet, float y) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("A", "Buku pembantu kas", "", "", "", ""));
        KAS.forEach(buku -> rows.add(cells(buku)));
        rows.add(List.of("B", "Buku pembantu selain kas", "", "", "", ""));
        SELAIN_KAS.forEach(buku -> rows.add(cells(buku)));
        return new Grid(
                        List.of(
                                Grid.Column.text("No", 24),
                                Grid.Column.text("Jenis buku pembantu", 139),
                                Grid.Column.number("Saldo awal", 84),
                                Grid.Column.number("Penambahan", 84),
                                Grid.Column.number("Pengurangan", 84),
                                Grid.Column.number("Saldo akhir", 84)),
                        19)
                .draw(sheet, 48, y, rows);
    }

    private static List<String> cells(Buku buku) {
        return List.of(
                "",
                buku.nama(),
                Indonesian.number(buku.awal()),
                Indonesian.number(buku.tambah()),
                Indonesian.number(buku.kurang()),
                Indonesian.number(buku.akhir()));
    }

    private static void amount(Sheet sheet, float y, String label, long amount) throws IOException {
        sheet.left(62, y, TextStyle.of(9), label);
        sheet.left(330, y, TextStyle.of(9), "Rp");
        sheet.right(450, y, TextStyle.of(9), Indonesian.number(amount));
    }
}
