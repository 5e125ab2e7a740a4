package id.espm.sandbox.kppn;

import java.time.Instant;

/**
 * One line of a submission's history.
 *
 * @param status the state it went into
 * @param time when
 * @param note the stage (Konversi, SPAN ...) or the reason of a rejection; empty when there is nothing to say
 */
public record StatusChange(SubmissionStatus status, Instant time, String note) {}
