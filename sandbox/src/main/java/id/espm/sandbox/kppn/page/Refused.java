package id.espm.sandbox.kppn.page;

import java.util.Optional;

/** What a page does not do, with what the person before it reads. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String submission;

    private Refused(int status, String title, String text, String submission) {
        super(text);
        this.status = status;
        this.title = title;
        this.submission = submission;
    }

    static Refused of(int status, String text) {
        String title = switch (status) {
            case 403 -> "Permintaan ditolak";
            case 404 -> "Tidak ditemukan";
            case 503 -> "Sedang dalam pemeliharaan";
            default -> "Permintaan tidak dapat dipenuhi";
        };
        return new Refused(status, title, text, "");
    }

    static Refused unknown() {
        return of(404, "Kiriman itu tidak ada, atau belum diterima eSPM.");
    }

    static Refused unknownDocument() {
        return of(404, "Dokumen itu tidak ada di dalam paket.");
    }

    /** Another operator was quicker, or the page was old. */
    static Refused conflict(String submission, String text) {
        return new Refused(409, "Keadaan kiriman sudah berubah", text, submission);
    }

    static Refused unreadable(String submission, String text) {
        return new Refused(422, "Paket tidak dapat dibuka", text, submission);
    }

    /** HTTP status code. */
    int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** The submission to go back to. */
    public Optional<String> submission() {
        return Optional.of(submission).filter(id -> !id.isEmpty());
    }
}
