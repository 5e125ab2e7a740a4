package id.espm.sandbox.kppn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A submission as KPPN's operator sees it in the list.
 *
 * @param id the submission
 * @param status where it stands
 * @param jenis kind of document
 * @param nomor numbers of the SPM (or of the other documents)
 * @param satker six digits
 * @param kppn three digits
 * @param tahun budget year
 * @param fileName name of the bundle
 * @param size of the bundle, in bytes
 * @param sha256 of the bundle, in lower-case hex
 * @param sentAt when eSPM accepted it
 * @param zone local time of the KPPN
 */
public record InboxItem(
        String id,
        SubmissionStatus status,
        String jenis,
        List<String> nomor,
        String satker,
        String kppn,
        int tahun,
        String fileName,
        long size,
        String sha256,
        Instant sentAt,
        ZoneId zone) {
    public InboxItem {
        nomor = List.copyOf(nomor);
    }
}
