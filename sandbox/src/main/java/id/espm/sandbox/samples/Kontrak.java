package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Grid;
import id.espm.sandbox.samples.print.Indonesian;
import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.TextFlow;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract of several pages and the data that go with it. How SAS's ADK Kontrak looks inside is not published, so its
 * tables have names that say practice.
 */
final class Kontrak {
    private static final List<Item> ITEMS = List.of(
            new Item("Pekerjaan persiapan", 1, 4_500_000),
            new Item("Perbaikan atap dan plafon", 1, 62_750_000),
            new Item("Pengecatan dinding dalam dan luar", 1, 38_250_000),
            new Item("Perbaikan instalasi listrik", 1, 21_500_000),
            new Item("Penggantian daun pintu", 8, 1_850_000),
            new Item("Pembersihan akhir", 1, 3_200_000));

    private final LocalDate tanggal;
    private final Satker satker;
    private final Pejabat pejabat;

    Kontrak(LocalDate tanggal, Satker satker, Pejabat pejabat) {
        this.tanggal = tanggal;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    /** One line of the price list; whole rupiah. */
    private record Item(String nama, int volume, long harga) {
        long jumlah() {
            return volume * harga;
        }
    }

    String nomor() {
        return "KTR-0007";
    }

    long nilai() {
        return ITEMS.stream().mapToLong(Item::jumlah).sum();
    }

    Adk adk() {
        Adk adk = new Adk();
        String year = Integer.toString(tanggal.getYear());
        adk.table("latihan_kontrak.dbf")
                .text("THANG", 4)
                .text("KDSATKER", 6)
                .text("NOKONTRAK", 20)
                .date("TGKONTRAK")
                .text("NMREKANAN", 60)
                .amount("NILKONTRAK")
                .date("TGSELESAI")
                .row(year, satker.kode(), nomor(), tanggal, rekanan(), nilai(), tanggal.plusDays(30));
        Adk.Table terms = adk.table("latihan_termin.dbf")
                .text("NOKONTRAK", 20)
                .text("TERMIN", 2)
                .date("TGRENCANA")
                .amount("NILTERMIN");
        long first = nilai() * 30 / 100;
        terms.row(nomor(), "01", tanggal.plusDays(20), first);
        terms.row(nomor(), "02", tanggal.plusDays(30), nilai() - first);
        return adk;
    }

    private static String rekanan() {
        return "CV Latihan Sejahtera";
    }

    void write(Path file) throws IOException {
        PdfDocument.write(file, "Kontrak " + nomor(), tanggal, document -> {
            try (TextFlow text = new TextFlow(document)) {
                opening(text);
                articles(text);
                closing(text);
                priceList(text);
            }
        });
    }

    private void opening(TextFlow text) throws IOException {
        text.centered(TextStyle.bold(13), "SURAT PERJANJIAN KERJA");
        text.centered(TextStyle.of(10.5f), "Nomor: " + nomor() + "/" + satker.kode() + "/" + tanggal.getYear());
        text.centered(TextStyle.of(10.5f), "untuk pekerjaan");
        text.centered(TextStyle.bold(11), "PEMELIHARAAN GEDUNG KANTOR");
        text.space(14);
        text.paragraph("Surat Perjanjian Kerja ini dibuat dan ditandatangani di " + satker.lokasi() + " pada tanggal "
                + Indonesian.date(tanggal) + " oleh dan antara:");
        text.numbered(
                "1.",
                pejabat.name("PPK") + ", Pejabat Pembuat Komitmen " + satker.nama() + " (" + satker.kode()
                        + "), bertindak untuk dan atas nama Kuasa Pengguna Anggaran, selanjutnya disebut PIHAK PERTAMA;"
                        + " dan");
        text.numbered(
                "2.",
                "Direktur " + rekanan() + ", berkedudukan di " + satker.lokasi()
                        + ", bertindak untuk dan atas nama perusahaan, selanjutnya disebut PIHAK KEDUA.");
        text.paragraph("Kedua belah pihak sepakat mengikatkan diri dalam perjanjian dengan ketentuan sebagai berikut.");
    }

    private void articles(TextFlow text) throws IOException {
        for (int i = 0; i < TITLES.size(); i++) {
            text.heading("Pasal " + (i + 1), TITLES.get(i));
            List<String> clauses = clauses(i);
            for (int j = 0; j < clauses.size(); j++) {
                text.numbered("(" + (j + 1) + ")", clauses.get(j));
            }
        }
    }

    private static final List<String> TITLES = List.of(
            "LINGKUP PEKERJAAN",
            "NILAI PERJANJIAN",
            "JANGKA WAKTU",
            "CARA PEMBAYARAN",
            "HAK DAN KEWAJIBAN",
            "JAMINAN DAN MASA PEMELIHARAAN",
            "DENDA",
            "KEADAAN KAHAR",
            "PENYELESAIAN PERSELISIHAN");

    private List<String> clauses(int article) {
        return switch (article) {
            case 0 ->
                List.of(
                        "PIHAK KEDUA melaksanakan pemeliharaan gedung kantor dengan rincian sebagaimana Lampiran.",
                        "Pekerjaan meliputi penyediaan bahan, tenaga, dan peralatan sampai dengan serah terima.");
            case 1 ->
                List.of(
                        "Nilai perjanjian sebesar " + Indonesian.rupiah(nilai()) + " ("
                                + Indonesian.rupiahInWords(nilai()) + "), sudah termasuk pajak.",
                        "Biaya dibebankan pada DIPA " + satker.nama() + " Tahun Anggaran " + tanggal.getYear()
                                + ", akun 523111.");
            case 2 ->
                List.of(
                        "Pekerjaan diselesaikan dalam 30 (tiga puluh) hari kalender, dari " + Indonesian.date(tanggal)
                                + " sampai dengan " + Indonesian.date(tanggal.plusDays(30)) + ".",
                        "Perpanjangan waktu hanya dapat diberikan dengan adendum tertulis.");
            case 3 ->
                List.of(
                        "Termin pertama sebesar 30% dibayarkan setelah pekerjaan mencapai 30%.",
                        "Termin kedua sebesar sisanya dibayarkan setelah pekerjaan selesai dan diserahterimakan.",
                        "Pembayaran dilakukan melalui KPPN " + satker.namaKppn() + " ke rekening PIHAK KEDUA.");
            case 4 ->
                List.of(
                        "PIHAK PERTAMA berhak memeriksa pekerjaan setiap saat dan wajib membayar sesuai perjanjian.",
                        "PIHAK KEDUA wajib menyelesaikan pekerjaan sesuai spesifikasi dan menjaga keselamatan kerja.");
            case 5 ->
                List.of(
                        "PIHAK KEDUA menyerahkan jaminan pelaksanaan sebesar 5% dari nilai perjanjian.",
                        "Masa pemeliharaan adalah 30 (tiga puluh) hari kalender sejak serah terima pertama.");
            case 6 -> List.of("Keterlambatan dikenai denda 1/1000 (satu per seribu) dari nilai perjanjian per hari.");
            case 7 ->
                List.of(
                        "Keadaan kahar dilaporkan secara tertulis paling lambat 14 (empat belas) hari sejak terjadi.",
                        "Akibat keadaan kahar disepakati kedua belah pihak dalam berita acara.");
            default ->
                List.of("Perselisihan diselesaikan secara musyawarah; bila tidak tercapai, melalui Pengadilan Negeri "
                        + satker.lokasi() + ".");
        };
    }

    private void closing(TextFlow text) throws IOException {
        text.space(10);
        text.paragraph("Demikian perjanjian ini dibuat dalam keadaan sadar dan tanpa paksaan.");
        text.room(140);
        float y = text.y() + 14;
        text.sheet().left(64, y, TextStyle.of(9), "PIHAK KEDUA");
        text.sheet().left(64, y + 12, TextStyle.of(9), "Direktur " + rekanan());
        text.sheet().left(64, y + 82, TextStyle.bold(9), "................................");
        pejabat.block(text.sheet(), 330, y, "PPK", List.of("PIHAK PERTAMA", "Pejabat Pembuat Komitmen"));
        text.space(140);
    }

    private void priceList(TextFlow text) throws IOException {
        text.room(10_000);
        text.centered(TextStyle.bold(11), "LAMPIRAN: DAFTAR KUANTITAS DAN HARGA");
        text.centered(
                TextStyle.of(9.5f),
                "Surat Perjanjian Kerja Nomor " + nomor() + "/" + satker.kode() + "/" + tanggal.getYear());
        text.space(8);
        List<List<String>> rows = new ArrayList<>();
        for (Item item : ITEMS) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    item.nama(),
                    Integer.toString(item.volume()),
                    Indonesian.number(item.harga()),
                    Indonesian.number(item.jumlah())));
        }
        rows.add(List.of("", "Jumlah", "", "", Indonesian.number(nilai())));
        Grid grid = new Grid(
                List.of(
                        Grid.Column.number("No", 28),
                        Grid.Column.text("Uraian pekerjaan", 213),
                        Grid.Column.number("Volume", 46),
                        Grid.Column.number("Harga satuan (Rp)", 90),
                        Grid.Column.number("Jumlah (Rp)", 90)),
                20);
        text.grid(grid, rows);
    }
}
