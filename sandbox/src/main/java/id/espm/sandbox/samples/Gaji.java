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
import java.util.function.ToLongFunction;

/**
 * A month's salaries: the list and its data. GPP's ADK has the extension {@code .gpp}; what is inside is not published,
 * so its table has a name that says practice.
 */
final class Gaji {
    private static final List<Pegawai> PEGAWAI = List.of(
            new Pegawai("Hasan Basri Latihan", "IV/a", 4_797_000, 1_540_000, 573_000),
            new Pegawai("Andi Tenri Latihan", "III/d", 4_210_400, 1_310_000, 498_700),
            new Pegawai("Siti Rahayu Latihan", "III/c", 3_874_300, 1_120_000, 452_100),
            new Pegawai("Budi Santoso Latihan", "III/c", 3_756_900, 1_120_000, 440_800),
            new Pegawai("Dewi Lestari Latihan", "III/a", 3_154_400, 865_000, 371_500),
            new Pegawai("Yusuf Latihan", "II/d", 2_906_200, 742_000, 338_400),
            new Pegawai("Ratna Latihan", "II/c", 2_788_300, 742_000, 325_900));

    private final LocalDate tanggal;
    private final Satker satker;
    private final Pejabat pejabat;

    Gaji(LocalDate tanggal, Satker satker, Pejabat pejabat) {
        this.tanggal = tanggal;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    /** One employee; whole rupiah. */
    private record Pegawai(String nama, String golongan, long gajiPokok, long tunjangan, long potongan) {
        long bersih() {
            return gajiPokok + tunjangan - potongan;
        }
    }

    String nomor() {
        return String.format(Locale.ROOT, "GAJI-%02d", bulan().getMonthValue());
    }

    /** Salaries are prepared for the month to come. */
    private LocalDate bulan() {
        return tanggal.plusMonths(1);
    }

    long bersih() {
        return sum(Pegawai::bersih);
    }

    private static long sum(ToLongFunction<Pegawai> amount) {
        return PEGAWAI.stream().mapToLong(amount).sum();
    }

    Adk adk() {
        Adk adk = new Adk();
        Adk.Table table = adk.table("latihan_gaji.dbf")
                .text("THANG", 4)
                .text("BULAN", 2)
                .text("KDSATKER", 6)
                .text("NIP", 18)
                .text("NAMA", 40)
                .text("GOLONGAN", 5)
                .amount("GAPOK")
                .amount("TUNJANGAN")
                .amount("POTONGAN")
                .amount("BERSIH");
        for (int i = 0; i < PEGAWAI.size(); i++) {
            Pegawai one = PEGAWAI.get(i);
            table.row(
                    Integer.toString(bulan().getYear()),
                    String.format(Locale.ROOT, "%02d", bulan().getMonthValue()),
                    satker.kode(),
                    nip(i),
                    one.nama(),
                    one.golongan(),
                    one.gajiPokok(),
                    one.tunjangan(),
                    one.potongan(),
                    one.bersih());
        }
        return adk;
    }

    private static String nip(int index) {
        return String.format(Locale.ROOT, "9999010120000199%02d", index + 1);
    }

    void write(Path file) throws IOException {
        PdfDocument.write(file, "Daftar gaji " + Indonesian.monthAndYear(bulan()), tanggal, document -> {
            try (Sheet sheet = document.landscape()) {
                draw(sheet);
            }
        });
    }

    private void draw(Sheet sheet) throws IOException {
        float middle = sheet.width() / 2;
        sheet.left(48, 48, TextStyle.of(9), "Satuan kerja : " + satker.kode() + " " + satker.nama());
        sheet.left(48, 61, TextStyle.of(9), "KPPN : " + satker.kppn() + " " + satker.namaKppn());
        sheet.center(middle, 92, TextStyle.bold(13), "DAFTAR PEMBAYARAN GAJI INDUK PEGAWAI NEGERI SIPIL");
        sheet.center(middle, 109, TextStyle.of(10), "Bulan " + Indonesian.monthAndYear(bulan()));
        List<List<String>> rows = new ArrayList<>();
        for (Pegawai one : PEGAWAI) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    one.nama(),
                    nip(rows.size()),
                    one.golongan(),
                    Indonesian.number(one.gajiPokok()),
                    Indonesian.number(one.tunjangan()),
                    Indonesian.number(one.potongan()),
                    Indonesian.number(one.bersih()),
                    ""));
        }
        rows.add(List.of(
                "",
                "JUMLAH",
                "",
                "",
                Indonesian.number(sum(Pegawai::gajiPokok)),
                Indonesian.number(sum(Pegawai::tunjangan)),
                Indonesian.number(sum(Pegawai::potongan)),
                Indonesian.number(bersih()),
                ""));
        float end = columns().draw(sheet, 48, 126, rows);
        sheet.wrapped(
                new Sheet.Column(48, end + 20, 440, 12),
                TextStyle.of(9),
                "Terbilang: " + Indonesian.rupiahInWords(bersih()));
        pejabat.block(
                sheet,
                580,
                end + 44,
                "KPA",
                List.of(satker.lokasi() + ", " + Indonesian.date(tanggal), "Kuasa Pengguna Anggaran"));
        pejabat.block(sheet, 48, end + 44, "BENDAHARA", List.of("", "Bendahara Pengeluaran"));
    }

    private static Grid columns() {
        return new Grid(
                List.of(
                        Grid.Column.number("No", 26),
                        Grid.Column.text("Nama", 140),
                        Grid.Column.text("NIP", 104),
                        Grid.Column.text("Gol.", 36),
                        Grid.Column.number("Gaji pokok", 84),
                        Grid.Column.number("Tunjangan", 84),
                        Grid.Column.number("Potongan", 84),
                        Grid.Column.number("Gaji bersih", 90),
                        Grid.Column.text("Tanda tangan", 98)),
                24);
    }
}
