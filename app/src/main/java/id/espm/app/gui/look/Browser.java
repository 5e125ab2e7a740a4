package id.espm.app.gui.look;

import java.io.IOException;
import java.net.URI;

/** Shows a page in the system's web browser. */
@FunctionalInterface
public interface Browser {
    /** @throws IOException if there is no browser to be started */
    void open(URI page) throws IOException;

    /** The browser that this system prefers. */
    static Browser ofThisSystem() {
        String os = System.getProperty("os.name", "");
        return page -> SystemCommand.start(SystemCommand.toBrowse(os, page));
    }
}
