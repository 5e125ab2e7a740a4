package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Grid;
import id.espm.sandbox.samples.print.Indonesian;
import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.Sheet;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The print of an SPM, laid out like the form of PMK 190/PMK.05/2012. */
final class SpmPrint {
    static final String PROGRAM = "01";
    static final String KEGIATAN = "1626";
    static final String OUTPUT = "994";

    private static final float LEFT = 40;
    private static final float RIGHT = 555;
    private static final float MIDDLE = 297.5f;
    private static final TextStyle BODY = TextStyle.of(9);
    private static final TextStyle STRONG = TextStyle.bold(9);

    private final Spm spm;
    private final Satker satker;
    private final Pejabat pejabat;

    SpmPrint(Spm spm, Satker satker, Pejabat pejabat) {
        this.spm = spm;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    void write(Path file) throws IOException {
        PdfDocument.write(file, "SPM " + spm.nomor(), spm.tanggal(), document -> {
            try (Sheet sheet = document.portrait()) {
                head(sheet);
                order(sheet);
                basis(sheet);
                float end = lines(sheet);
                end = payee(sheet, end);
                signature(sheet, end);
            }
        });
    }

    private void head(Sheet sheet) throws IOException {
        sheet.center(MIDDLE, 48, BODY, "KEMENTERIAN KEUANGAN REPUBLIK INDONESIA");
        sheet.center(MIDDLE, 61, STRONG, satker.nama().toUpperCase(Locale.ROOT));
        sheet.center(MIDDLE, 86, TextStyle.bold(14), title(spm.jenis()));
        sheet.center(
                MIDDLE,
                104,
                TextStyle.of(10),
                "Tanggal: " + Indonesian.date(spm.tanggal()) + "     Nomor: " + spm.nomor());
    }

    private void order(Sheet sheet) throws IOException {
        sheet.box(LEFT, 116, RIGHT - LEFT, 96);
        sheet.center(MIDDLE, 132, STRONG, "Kuasa Bendahara Umum Negara");
        sheet.center(
                MIDDLE,
                145,
                BODY,
                "Kantor Pelayanan Perbendaharaan Negara " + satker.namaKppn() + " (" + satker.kppn() + ")");
        sheet.left(LEFT + 8, 163, BODY, "Agar melakukan pembayaran sejumlah");
        sheet.right(RIGHT - 8, 163, TextStyle.bold(11), Indonesian.rupiah(spm.netto()));
        sheet.wrapped(
                new Sheet.Column(LEFT + 8, 178, RIGHT - LEFT - 16, 11),
                BODY,
                "*** " + Indonesian.rupiahInWords(spm.netto()).toUpperCase(Locale.ROOT) + " ***");
        sheet.left(LEFT + 8, 205, BODY, "Cara bayar: Giro Bank");
        sheet.right(RIGHT - 8, 205, BODY, "Tahun anggaran: " + spm.tanggal().getYear());
    }

    private void basis(Sheet sheet) throws IOException {
        sheet.box(LEFT, 212, 230, 112);
        sheet.box(LEFT + 230, 212, RIGHT - LEFT - 230, 112);
        sheet.left(LEFT + 8, 227, STRONG, "Dasar pembayaran");
        float y = sheet.wrapped(
                new Sheet.Column(LEFT + 8, 241, 214, 11.5f),
                BODY,
                "1. Undang-Undang APBN Tahun Anggaran " + spm.tanggal().getYear());
        y = sheet.wrapped(
                new Sheet.Column(LEFT + 8, y, 214, 11.5f),
                BODY,
                "2. DIPA Nomor SP DIPA-" + satker.departemen() + "." + satker.unit() + ".2." + satker.kode() + "/"
                        + spm.tanggal().getYear());
        sheet.wrapped(
                new Sheet.Column(LEFT + 8, y, 214, 11.5f),
                BODY,
                "3. SPP Nomor " + spm.nomorSpp() + " tanggal " + Indonesian.date(spm.tanggalSpp()));
        List<String> facts = List.of(
                "Satker",
                satker.kode() + "  KD  " + satker.nama(),
                "BA/Unit/Program",
                satker.departemen() + "." + satker.unit() + "." + PROGRAM,
                "Kegiatan/Output",
                KEGIATAN + "." + OUTPUT,
                "Jenis pembayaran",
                "Pengeluaran anggaran",
                "Sifat pembayaran",
                "Pembayaran langsung (LS)",
                "Sumber dana",
                "Rupiah murni (RM)");
        for (int i = 0; i < facts.size(); i += 2) {
            float foot = 228 + 17 * (i / 2);
            sheet.left(LEFT + 238, foot, BODY, facts.get(i));
            sheet.left(LEFT + 330, foot, BODY, ": " + facts.get(i + 1));
        }
    }

    private float lines(Sheet sheet) throws IOException {
        float half = (RIGHT - LEFT) / 2;
        sheet.box(LEFT, 324, half, 18);
        sheet.box(LEFT + half, 324, half, 18);
        sheet.center(LEFT + half / 2, 336, STRONG, "PENGELUARAN");
        sheet.center(LEFT + half + half / 2, 336, STRONG, "POTONGAN");
        Grid grid = new Grid(
                List.of(
                        Grid.Column.text("Akun", 42),
                        Grid.Column.text("Uraian", half - 42 - 78),
                        Grid.Column.number("Jumlah uang", 78)),
                17);
        int rows = Math.max(4, Math.max(spm.pengeluaran().size(), spm.potongan().size()));
        grid.draw(sheet, LEFT, 342, cells(spm.pengeluaran(), rows));
        float end = grid.draw(sheet, LEFT + half, 342, cells(spm.potongan(), rows));

        sheet.box(LEFT, end, half, 18);
        sheet.box(LEFT + half, end, half, 18);
        sheet.left(LEFT + 8, end + 12, STRONG, "Jumlah pengeluaran");
        sheet.right(LEFT + half - 4, end + 12, STRONG, Indonesian.number(spm.jumlahPengeluaran()));
        sheet.left(LEFT + half + 8, end + 12, STRONG, "Jumlah potongan");
        sheet.right(RIGHT - 4, end + 12, STRONG, Indonesian.number(spm.jumlahPotongan()));
        sheet.shade(LEFT, end + 18, RIGHT - LEFT, 22);
        sheet.box(LEFT, end + 18, RIGHT - LEFT, 22);
        sheet.left(LEFT + 8, end + 33, TextStyle.bold(10), "JUMLAH PEMBAYARAN (NETTO)");
        sheet.right(RIGHT - 8, end + 33, TextStyle.bold(11), Indonesian.rupiah(spm.netto()));
        return end + 40;
    }

    private static List<List<String>> cells(List<Spm.Baris> lines, int rows) {
        List<List<String>> cells = new ArrayList<>();
        for (Spm.Baris line : lines) {
            cells.add(List.of(line.akun(), line.uraian(), Indonesian.number(line.jumlah())));
        }
        while (cells.size() < rows) {
            cells.add(List.of("", "", ""));
        }
        return cells;
    }

    private float payee(Sheet sheet, float top) throws IOException {
        sheet.box(LEFT, top, RIGHT - LEFT, 92);
        List<String> facts = List.of(
                "Kepada", spm.penerima().nama(),
                "NPWP", spm.penerima().npwp(),
                "Nomor rekening", spm.penerima().rekening(),
                "Bank/pos", spm.penerima().bank());
        for (int i = 0; i < facts.size(); i += 2) {
            float foot = top + 15 + 14 * (i / 2);
            sheet.left(LEFT + 8, foot, BODY, facts.get(i));
            sheet.left(LEFT + 100, foot, BODY, ": " + facts.get(i + 1));
        }
        sheet.left(LEFT + 8, top + 71, BODY, "Uraian");
        sheet.left(LEFT + 100, top + 71, BODY, ":");
        sheet.wrapped(new Sheet.Column(LEFT + 105, top + 71, RIGHT - LEFT - 113, 12), BODY, spm.uraian());
        return top + 92;
    }

    private void signature(Sheet sheet, float top) throws IOException {
        sheet.box(LEFT, top, RIGHT - LEFT, 150);
        sheet.wrapped(
                new Sheet.Column(LEFT + 8, top + 18, 220, 12),
                TextStyle.of(8.5f),
                "Semua bukti pengeluaran telah diuji dan dinyatakan memenuhi persyaratan untuk dilakukan pembayaran"
                        + " atas beban APBN, selanjutnya bukti-bukti dimaksud disimpan dan ditatausahakan oleh satuan"
                        + " kerja.");
        List<String> heading = spm.jenis().jabatan().equals("PPSPM")
                ? List.of(
                        satker.lokasi() + ", " + Indonesian.date(spm.tanggal()),
                        "a.n. Kuasa Pengguna Anggaran",
                        "Pejabat Penanda Tangan SPM")
                : List.of(satker.lokasi() + ", " + Indonesian.date(spm.tanggal()), "Kepala Kantor");
        pejabat.block(sheet, LEFT + 310, top + 18, spm.jenis().jabatan(), heading);
    }

    private static String title(Jenis jenis) {
        return switch (jenis) {
            case SPM -> "SURAT PERINTAH MEMBAYAR";
            case SPM_KOREKSI -> "SURAT PERINTAH MEMBAYAR KOREKSI";
            case SPM_KP -> "SURAT PERINTAH MEMBAYAR KELEBIHAN PAJAK";
            case SPM_KPBB -> "SURAT PERINTAH MEMBAYAR KELEBIHAN PBB";
            case SPM_KBC -> "SURAT PERINTAH MEMBAYAR KELEBIHAN BEA CUKAI";
            case SPM_IB -> "SURAT PERINTAH MEMBAYAR IMBALAN BUNGA";
            case SPM_BPHTB -> "SURAT PERINTAH MEMBAYAR BPHTB";
            case KONTRAK, RPD_HARIAN, GAJI, LPJ, SURAT -> throw new IllegalArgumentException(jenis + " is not an SPM");
        };
    }
}
