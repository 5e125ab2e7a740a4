package id.espm.app;

import id.espm.app.cli.CommandLineApp;
import id.espm.app.cli.Window;
import id.espm.app.cli.call.Terminal;
import id.espm.app.gui.GuiMain;
import id.espm.app.settings.SettingsFolder;
import java.io.IOException;
import java.time.Clock;

/** Builds the program's object graph by hand. */
final class Wiring {
    private Wiring() {}

    static CommandLineApp commandLine(Terminal terminal) {
        return new CommandLineApp(terminal, SettingsFolder.Platform.current(), Clock.systemUTC(), Wiring::openWindow);
    }

    /** As {@link #commandLine}, but the window closes by itself once it was drawn. */
    static CommandLineApp rehearsal(Terminal terminal) {
        return new CommandLineApp(
                terminal,
                SettingsFolder.Platform.current(),
                Clock.systemUTC(),
                opening -> GuiMain.rehearse(opening.settings()));
    }

    /** The window's classes are loaded only here: the command line runs where there is neither a screen nor a font. */
    private static void openWindow(Window.Opening opening) throws IOException, InterruptedException {
        GuiMain.open(opening.settings(), opening.files(), opening.english());
    }
}
