package id.espm.sandbox.samples;

import id.espm.sandbox.samples.print.Grid;
import id.espm.sandbox.samples.print.Indonesian;
import id.espm.sandbox.samples.print.PdfDocument;
import id.espm.sandbox.samples.print.TextFlow;
import id.espm.sandbox.samples.print.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A letter of DJPb with an enclosure, both PDFs, without any ADK (persuratan; PER-10/PB/2018, Lampiran 5). */
final class Surat {
    private final LocalDate tanggal;
    private final Satker satker;
    private final Pejabat pejabat;

    Surat(LocalDate tanggal, Satker satker, Pejabat pejabat) {
        this.tanggal = tanggal;
        this.satker = satker;
        this.pejabat = pejabat;
    }

    /** Short form of the number, fit for a file name. */
    String nomor() {
        return "S-0123";
    }

    void writeLetter(Path file) throws IOException {
        PdfDocument.write(file, "Surat " + nomor(), tanggal, document -> {
            try (TextFlow text = new TextFlow(document)) {
                letterhead(text);
                body(text);
            }
        });
    }

    private void letterhead(TextFlow text) throws IOException {
        text.centered(TextStyle.bold(12), "KEMENTERIAN KEUANGAN REPUBLIK INDONESIA");
        text.centered(TextStyle.bold(11), "DIREKTORAT JENDERAL PERBENDAHARAAN");
        text.centered(TextStyle.bold(10), "KANTOR LATIHAN " + satker.lokasi().toUpperCase(Locale.ROOT));
        text.centered(TextStyle.of(8.5f), "Jalan Latihan Nomor 1, " + satker.lokasi());
        text.rule();
        text.fact("Nomor", nomor() + "/LATIHAN/" + tanggal.getYear());
        text.fact("Tanggal", Indonesian.date(tanggal));
        text.fact("Sifat", "Biasa");
        text.fact("Lampiran", "Satu berkas");
        text.fact("Hal", "Jadwal Layanan Penyampaian Dokumen Elektronik Akhir Tahun Anggaran");
        text.space(16);
    }

    private void body(TextFlow text) throws IOException {
        text.paragraph("Yth. Para Kuasa Pengguna Anggaran");
        text.paragraph("di wilayah pembayaran KPPN " + satker.namaKppn());
        text.space(10);
        text.paragraph("Sehubungan dengan akan berakhirnya Tahun Anggaran " + tanggal.getYear()
                + ", bersama ini disampaikan hal-hal sebagai berikut:");
        text.numbered(
                "1.",
                "Dokumen elektronik disampaikan melalui aplikasi eSPM setelah ditandatangani dengan sertifikat"
                        + " elektronik oleh pejabat yang berwenang.");
        text.numbered("2.", "Satu dokumen elektronik SPM memuat paling banyak lima SPM.");
        text.numbered(
                "3.",
                "Layanan diberikan pada hari kerja pukul 08.00 sampai dengan 15.00 waktu setempat; jadwal lengkap"
                        + " sebagaimana terlampir.");
        text.paragraph("Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.");
        pejabat.block(text.sheet(), 340, text.y() + 30, "DJPB", List.of("Kepala Kantor,"));
    }

    void writeEnclosure(Path file) throws IOException {
        PdfDocument.write(file, "Lampiran surat " + nomor(), tanggal, document -> {
            try (TextFlow text = new TextFlow(document)) {
                text.centered(TextStyle.bold(11), "LAMPIRAN SURAT NOMOR " + nomor() + "/LATIHAN/" + tanggal.getYear());
                text.centered(TextStyle.of(10), "Jadwal penyampaian dokumen elektronik");
                text.space(10);
                Grid grid = new Grid(
                        List.of(
                                Grid.Column.number("No", 28),
                                Grid.Column.text("Jenis dokumen", 239),
                                Grid.Column.text("Batas penyampaian", 200)),
                        20);
                text.grid(
                        grid,
                        List.of(
                                row(1, "Kontrak", 10),
                                row(2, "SPM LS kontraktual", 20),
                                row(3, "SPM LS non kontraktual", 24),
                                row(4, "Gaji induk bulan berikutnya", 12),
                                row(5, "LPJ Bendahara", 30)));
            }
        });
    }

    private List<String> row(int number, String what, int days) {
        return List.of(Integer.toString(number), what, Indonesian.date(tanggal.plusDays(days)));
    }
}
