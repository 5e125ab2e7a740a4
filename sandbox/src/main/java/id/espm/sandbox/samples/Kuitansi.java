package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Indonesian;
import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.Sheet;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The receipt that supports an SPM: kuitansi / bukti pembayaran over the gross amount. */
final class Kuitansi {
    private static final float LEFT = 56;
    private static final float RIGHT = 539;
    private static final TextStyle BODY = TextStyle.of(10);
    private static final TextStyle SMALL = TextStyle.of(9);

    private final Spm spm;
    private final Satker satker;
    private final Pejabat pejabat;

    Kuitansi(Spm spm, Satker satker, Pejabat pejabat) {
        this.spm = spm;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    void write(Path file) throws IOException {
        PdfDocument.write(file, "Kuitansi SPM " + spm.nomor(), spm.tanggal(), document -> {
            try (Sheet sheet = document.portrait()) {
                draw(sheet);
            }
        });
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.box(LEFT - 14, 48, RIGHT - LEFT + 28, 430);
        sheet.right(RIGHT, 70, SMALL, "TA: " + spm.tanggal().getYear());
        sheet.right(
                RIGHT,
                83,
                SMALL,
                "Nomor bukti: " + spm.nomorSpp() + "/KW/" + spm.tanggal().getYear());
        sheet.right(
                RIGHT,
                96,
                SMALL,
                "Mata anggaran: " + spm.pengeluaran().getFirst().akun());
        sheet.center((LEFT + RIGHT) / 2, 126, TextStyle.bold(14), "KUITANSI / BUKTI PEMBAYARAN");
        float y = 160;
        y = fact(
                sheet, y, "Sudah terima dari", "Kuasa Pengguna Anggaran " + satker.nama() + " (" + satker.kode() + ")");
        y = fact(sheet, y, "Jumlah uang", Indonesian.rupiah(spm.jumlahPengeluaran()));
        y = fact(sheet, y, "Terbilang", Indonesian.rupiahInWords(spm.jumlahPengeluaran()));
        fact(sheet, y, "Untuk pembayaran", spm.uraian());

        sheet.left(LEFT + 290, 290, SMALL, satker.lokasi() + ", " + Indonesian.date(spm.tanggalSpp()));
        sheet.left(LEFT + 290, 302, SMALL, "Penerima uang,");
        sheet.left(LEFT + 290, 384, TextStyle.bold(9), spm.penerima().nama().toUpperCase(Locale.ROOT));
        pejabat.block(
                sheet,
                LEFT,
                290,
                "PPK",
                List.of(
                        "Setuju dibebankan pada mata anggaran berkenaan,",
                        "a.n. Kuasa Pengguna Anggaran",
                        "Pejabat Pembuat Komitmen"));
        sheet.line(LEFT - 14, 414, RIGHT + 14, 414);
        sheet.left(LEFT, 428, SMALL, "Barang/pekerjaan tersebut telah diterima/diselesaikan dengan lengkap dan baik.");
        sheet.left(LEFT, 456, SMALL, "Pejabat yang bertanggung jawab: ................................");
    }

    private static float fact(Sheet sheet, float y, String label, String value) throws IOException {
        sheet.left(LEFT, y, BODY, label);
        sheet.left(LEFT + 112, y, BODY, ":");
        return sheet.wrapped(new Sheet.Column(LEFT + 122, y, RIGHT - LEFT - 122, 14), BODY, value) + 6;
    }
}
