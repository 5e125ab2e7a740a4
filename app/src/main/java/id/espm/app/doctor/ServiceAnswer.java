package id.espm.app.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What came of asking a service.
 *
 * @param clock what it says of this computer's clock
 */
record ServiceAnswer(List<Diagnosis> found, Optional<ClockReading> clock) {
    static ServiceAnswer of(Diagnosis found) {
        return new ServiceAnswer(List.of(found), Optional.empty());
    }
}
