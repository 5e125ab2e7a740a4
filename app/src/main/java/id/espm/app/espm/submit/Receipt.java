package id.espm.app.espm.submit;

import id.espm.app.espm.Submission;
import java.time.Instant;

/**
 * A receipt that was checked: the server signed it, and it speaks of our bundle.
 *
 * @param id      eSPM's name for the submission
 * @param content what it is about
 * @param time    when eSPM accepted the bundle
 */
record Receipt(String id, Submission.Content content, Instant time) {}
