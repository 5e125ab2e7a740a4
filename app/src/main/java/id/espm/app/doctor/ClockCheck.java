package id.espm.app.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges the clock: by a service's, and where none told the time, by what was signed last. */
final class ClockCheck {
    /** A TSA's time and ours stand in one signature: what is further apart looks wrong to whoever checks it. */
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    private static final long HALF_A_MINUTE = 30;

    private final Patient patient;
    private final Findings findings;

    ClockCheck(Patient patient, Findings findings) {
        this.patient = patient;
        this.findings = findings;
    }

    /** @param written when the last entry of the history was written */
    Diagnosis judge(Optional<ClockReading> reading, Optional<Instant> written) {
        Instant now = patient.clock().instant();
        String time = findings.texts().dates().dateTime(now);
        Optional<Instant> last = written.filter(before -> before.isAfter(now));
        if (last.isPresent()) {
            return findings.found(
                    Subject.CLOCK,
                    Condition.BAD,
                    "doctor.clock.back",
                    time,
                    findings.texts().dates().dateTime(last.get()));
        }
        if (reading.isEmpty()) {
            return findings.found(Subject.CLOCK, Condition.NOT_CHECKED, "doctor.clock.alone", time);
        }
        ClockReading compared = reading.get();
        Duration apart = compared.ahead().abs();
        if (apart.compareTo(TOLERATED) <= 0) {
            return findings.found(Subject.CLOCK, Condition.GOOD, "doctor.clock.good", time, compared.source());
        }
        String key = compared.ahead().isNegative() ? "doctor.clock.behind" : "doctor.clock.ahead";
        // A service tells its time in whole seconds.
        long minutes = apart.plusSeconds(HALF_A_MINUTE).toMinutes();
        return findings.found(Subject.CLOCK, Condition.BAD, key, time, minutes, compared.source());
    }
}
