package id.espm.app.delivery;

import id.espm.app.espm.Profile.KppnToday;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.rules.ServiceHours.State;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a KPPN receives (PER-10/PB/2018 Pasal 7(1)-(3)): told, never enforced, for KPPN may take more (Pasal 8(1)). Its hours
 * and days are those that eSPM tells, the holidays those that the office keeps in its rules.
 */
public final class Reception {
    private Reception() {}

    /**
     * The next time that the KPPN opens, in its own zone.
     *
     * @param rules the office's own, for the holidays
     * @return empty where it is open now, or where it says nothing of its days
     */
    public static Optional<ZonedDateTime> next(KppnToday kppn, ServiceHours rules, Instant now) {
        if (kppn.workingDays().isEmpty()) {
            return Optional.empty();
        }
        ServiceHours hours = new ServiceHours(
                kppn.opens(), kppn.closes(), kppn.workingDays(), rules.holidays(), rules.zones(), rules.pasal());
        return switch (hours.at(now.atZone(kppn.zone()))) {
            case State.Open open -> Optional.empty();
            case State.Closed closed -> Optional.of(closed.opensNext());
        };
    }
}
