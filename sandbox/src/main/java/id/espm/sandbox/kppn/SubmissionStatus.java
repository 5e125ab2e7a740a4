package id.espm.sandbox.kppn;

/** Where a submission stands, in the words of the eSPM interface. */
public enum SubmissionStatus {
    /** Announced or being uploaded; eSPM has not accepted it yet. */
    SENDING("Sedang dikirim"),
    /** Accepted by eSPM, waiting for KPPN. */
    SENT("Terkirim, belum diunduh KPPN"),
    /** Downloaded by KPPN's operator, which is what "diterima" means (PER-10/PB/2018 Pasal 7(5)). */
    RECEIVED("Diterima KPPN"),
    /** In Konversi or SPAN. */
    PROCESSING("Sedang diproses"),
    /** Approved. */
    DONE("Selesai"),
    /** Refused by KPPN, with a reason. */
    REJECTED("Ditolak");

    private final String label;

    SubmissionStatus(String label) {
        this.label = label;
    }

    /** The Indonesian label that officials read. */
    public String label() {
        return label;
    }

    /** Whether KPPN may take a submission from this state to {@code next}. */
    public boolean mayBecome(SubmissionStatus next) {
        return switch (this) {
            case SENDING -> next == SENT;
            case SENT -> next == RECEIVED || next == REJECTED;
            case RECEIVED -> next == PROCESSING || next == REJECTED;
            case PROCESSING -> next == PROCESSING || next == DONE || next == REJECTED;
            case DONE, REJECTED -> false;
        };
    }
}
