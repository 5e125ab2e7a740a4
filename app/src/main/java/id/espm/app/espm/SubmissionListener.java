package id.espm.app.espm;

import java.time.Duration;

/** Hears how a submission goes on; always called on the thread that submits. What it throws ends the submission, resumably. */
public interface SubmissionListener {
    /** For those who do not want to hear anything. */
    SubmissionListener SILENT = new SubmissionListener() {};

    /**
     * eSPM knows the bundle under this id; from now on it can be asked for.
     *
     * @throws EspmException if that cannot be written down; it ends the submission, resumably
     */
    default void announced(String id) throws EspmException {}

    /**
     * eSPM has confirmed that it has the bytes up to this offset.
     *
     * @throws EspmException if that cannot be written down; it ends the submission, resumably
     */
    default void confirmed(long offset) throws EspmException {}

    /**
     * Bytes went out.
     *
     * @param sent  in bytes; goes back to what the server has after a break
     * @param total size of the bundle, in bytes
     */
    default void sent(long sent, long total) {}

    /** Something came in between that may pass by itself; it is tried again after the pause. */
    default void waiting(EspmProblem problem, Duration pause) {}
}
