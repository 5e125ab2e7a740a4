package id.espm.app.gui.bench;

import id.espm.app.gui.paket.PackageSetup;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.time.Clock;

/** The screen for packages without a window, over a folder of the test's own. */
public final class Packages {
    private Packages() {}

    /** Settings and history lie in {@code folder}. */
    public static PackageViewModel model(UiQueue ui, Path folder, UserProfile profile, Clock clock) {
        return new PackageViewModel(
                ui.background(),
                new PackageSetup(
                        new SettingsFolder(folder.resolve("settings")),
                        profile,
                        Rules.builtIn(),
                        folder.resolve("history"),
                        clock));
    }
}
