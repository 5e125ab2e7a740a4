package id.espm.app.gui.home;

import id.espm.app.outbox.OutboxSettings;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.rules.Zona;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where Beranda looks.
 *
 * @param profile what is set up
 * @param hours   when a KPPN receives
 * @param drafts  what was begun
 * @param clock   the time, in the zone of who signs
 */
public record HomeSources(
        SettingsFolder settings,
        OutboxSettings outbox,
        UserProfile profile,
        ServiceHours hours,
        Drafts drafts,
        Clock clock) {

    /** The zone of the KPPN, as the official said it or as the rules list it; never guessed. */
    Optional<ZoneId> kppnZone() {
        return profile.kppnZona().or(() -> profile.kppn().flatMap(hours::zoneOf).map(Zona::id));
    }
}
