package id.espm.app.cli;

import id.espm.app.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program's other face, of which the command line knows no more than this. */
@FunctionalInterface
public interface Window {
    /**
     * Opens the window and waits until it was closed; or, where one is open already, hands the files to it and returns.
     *
     * @throws IOException                   if the settings folder cannot be used
     * @throws UnsupportedOperationException if there is no screen
     */
    void open(Opening opening) throws IOException, InterruptedException;

    /**
     * How the window is to be opened.
     *
     * @param settings where everything lies that the user set up
     * @param files    to be taken in as if they were dropped on it; absolute
     * @param english  whether to speak English; empty: as the window remembers
     */
    record Opening(SettingsFolder settings, List<Path> files, Optional<Boolean> english) {
        public Opening {
            files = List.copyOf(files);
        }
    }
}
