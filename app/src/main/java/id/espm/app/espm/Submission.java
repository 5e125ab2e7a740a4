package id.espm.app.espm;

import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A submission as eSPM tells it.
 *
 * @param id       eSPM's name for it
 * @param content  what was announced
 * @param fileName the bundle's file name
 * @param size     of the bundle, in bytes
 * @param sha256   of the bundle
 * @param status   where it stands
 * @param alasan   why it was rejected, if it was
 * @param history  oldest first
 */
public record Submission(
        String id,
        Content content,
        String fileName,
        long size,
        Sha256 sha256,
        SubmissionStatus status,
        Optional<String> alasan,
        List<Change> history) {

    public Submission {
        history = List.copyOf(history);
    }

    /**
     * What a submission is about.
     *
     * @param satker six digits
     * @param kppn   three digits
     * @param tahun  the budget year
     * @param nomor  the number of every SPM, or of the other documents
     */
    public record Content(Jenis jenis, String satker, String kppn, int tahun, List<String> nomor) {
        public Content {
            nomor = List.copyOf(nomor);
        }
    }

    /**
     * One step of its way.
     *
     * @param time   when
     * @param tahap  the stage, such as Konversi
     * @param alasan the reason of a rejection
     */
    public record Change(SubmissionStatus status, Instant time, Optional<String> tahap, Optional<String> alasan) {}
}
