package id.espm.app.doctor;

import id.espm.app.history.StoredTrail;
import id.espm.app.history.audit.ChainReport;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Whether the record of what was signed is whole.
 *
 * @param found that in words
 * @param last  when its last entry that holds was written
 */
record HistoryCheck(Diagnosis found, Optional<Instant> last) {
    static HistoryCheck of(Patient patient, Findings findings) {
        StoredTrail trail = new StoredTrail(patient.settings().history());
        try {
            if (!trail.exists()) {
                return new HistoryCheck(
                        findings.found(Subject.HISTORY, Condition.NOT_CHECKED, "doctor.history.none"),
                        Optional.empty());
            }
            ChainReport report = trail.verify();
            return new HistoryCheck(tell(report, findings), report.to().map(OffsetDateTime::toInstant));
        } catch (SignerException e) {
            return new HistoryCheck(findings.bad(Subject.HISTORY, e.problem()), Optional.empty());
        } catch (IOException e) {
            return new HistoryCheck(findings.unreadable(Subject.HISTORY, e), Optional.empty());
        }
    }

    private static Diagnosis tell(ChainReport report, Findings findings) {
        return report.broken()
                .map(broken -> findings.found(
                        Subject.HISTORY, Condition.BAD, "doctor.history.broken", broken.seq(), report.entries()))
                .orElseGet(() -> findings.found(Subject.HISTORY, Condition.GOOD, "doctor.history", report.entries()));
    }
}
