package id.espm.app.gui.look;

import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.util.Subscription;

/** What the system's own settings ask for. Called on the window's thread. */
public final class SystemTheme {
    /** Of the toolkit's preferences on Windows. */
    private static final String HIGH_CONTRAST = "Windows.SPI.HighContrast";
    /** Of the toolkit's preferences where GTK draws. */
    private static final String GTK_THEME = "GTK.theme_name";

    private SystemTheme() {}

    /** The theme that fits the system now. */
    public static Theme now() {
        Platform.Preferences preferences = Platform.getPreferences();
        Optional<Boolean> contrast = preferences.getBoolean(HIGH_CONTRAST);
        boolean gtkContrast = preferences
                .getValue(GTK_THEME, String.class)
                .map(name -> name.toLowerCase(Locale.ROOT).contains("highcontrast"))
                .orElse(false);
        if (contrast.orElse(false) || gtkContrast) {
            return Theme.HIGH_CONTRAST;
        }
        return preferences.getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    /** Hears whenever the system's settings change. */
    public static Subscription onChange(Runnable action) {
        javafx.beans.InvalidationListener listener = observable -> action.run();
        Platform.getPreferences().addListener(listener);
        return () -> Platform.getPreferences().removeListener(listener);
    }
}
