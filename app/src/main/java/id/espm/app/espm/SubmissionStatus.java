package id.espm.app.espm;

/** Where a submission stands. "Terkirim" is {@link #SENT}, "diterima KPPN" is {@link #RECEIVED}: different words. */
public enum SubmissionStatus {
    /** Announced, but not accepted yet: bytes or the security code are missing. */
    SENDING,
    /** eSPM has accepted the bundle. */
    SENT,
    /** An Operator KPPN has downloaded it (PER-10/PB/2018 Pasal 7(5)). */
    RECEIVED,
    /** KPPN works on it (Konversi, SPAN …). */
    PROCESSING,
    DONE,
    /** KPPN refused it, with a reason. */
    REJECTED
}
