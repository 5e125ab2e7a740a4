package id.espm.app.gui.update;

import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UpdateSettings;
import id.espm.app.update.ReleaseChannel;
import id.espm.app.update.UpdateCheck;
import id.espm.signer.network.Proxies;
import java.time.Clock;

/**
 * How a newer version is asked for.
 *
 * @param check    asks
 * @param running  the version that runs, as it calls itself
 * @param daily    whether it is asked for at the opening of the window, as it is saved
 * @param settings remembers when it was asked for last
 */
public record UpdateSetup(UpdateCheck check, String running, boolean daily, SettingsFolder settings, Clock clock) {

    /** By what is set up; what is not comes with the program. */
    public static UpdateSetup of(
            UpdateSettings said, String running, SettingsFolder settings, Proxies proxies, Clock clock) {
        ReleaseChannel channel = ReleaseChannel.builtIn().with(said.address(), said.keys());
        return new UpdateSetup(
                new UpdateCheck(channel, proxies, settings.release(), clock), running, said.daily(), settings, clock);
    }
}
