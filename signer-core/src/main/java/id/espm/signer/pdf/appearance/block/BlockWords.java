package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Bulan;
import id.espm.signer.Jabatan;
import id.espm.signer.pdf.appearance.template.BlockLanguage;
import id.espm.signer.pdf.appearance.template.BlockLine;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * The block's own words. They become part of the document, so they stand here and not among the program's messages: a letter
 * in Indonesian stays Indonesian whoever signs it in whatever language of the program.
 */
final class BlockWords {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final String ISSUER = "{penerbit}";
    private static final String BSRE = "Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara";

    private final BlockLanguage language;

    BlockWords(BlockLanguage language) {
        this.language = language;
    }

    /** The word before a line, or for the title the line itself. */
    String label(BlockLine line) {
        return switch (line) {
            case JUDUL -> choose("Ditandatangani secara elektronik oleh", "Electronically signed by");
            case NAMA -> choose("Nama", "Name");
            case JABATAN -> choose("Jabatan", "Position");
            case NIK -> "NIK";
            case SATKER -> "Satker";
            case WAKTU -> choose("Waktu", "Time");
            case TEMPAT -> choose("Tempat", "Place");
            case ALASAN -> choose("Alasan", "Reason");
        };
    }

    /** The position as people write it; the regulation has Indonesian names alone. */
    static String jabatan(Jabatan jabatan) {
        return switch (jabatan) {
            case KPA -> "Kuasa Pengguna Anggaran (KPA)";
            case PPSPM -> "Pejabat Penandatangan SPM (PPSPM)";
            case PPK -> "Pejabat Pembuat Komitmen (PPK)";
            case BENDAHARA -> "Bendahara";
            case KEPALA_KANTOR -> "Kepala Kantor";
            case DJPB -> "Pejabat/Pelaksana DJPb";
        };
    }

    /** Such as {@code 22 November 2026, 12.46.18 WITA}; the zone stays with the hour. */
    String time(ZonedDateTime time) {
        String month = choose(Bulan.NAMES, MONTHS).get(time.getMonthValue() - 1);
        return String.format(
                Locale.ROOT,
                choose("%d %s %d, %02d.%02d.%02d\u00a0%s", "%d %s %d, %02d:%02d:%02d\u00a0%s"),
                time.getDayOfMonth(),
                month,
                time.getYear(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                ZoneName.of(time));
    }

    /** The caption with the issuer that the certificate names: BSrE's full name for its CAs, any other as it is. */
    static String caption(String template, String issuer) {
        String upper = issuer.toUpperCase(Locale.ROOT);
        boolean bsre = upper.startsWith("BSRE CA") || upper.equals("OSD LU KELAS 2");
        return template.replace(ISSUER, bsre ? BSRE : issuer);
    }

    private <T> T choose(T indonesian, T english) {
        return switch (language) {
            case ID -> indonesian;
            case EN -> english;
        };
    }
}
