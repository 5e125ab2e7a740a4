package id.espm.app.gui.settings;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.Profile;
import java.net.URI;

/** Asks eSPM who a user is. */
@FunctionalInterface
public interface ProfileSource {
    /** @param password overwritten in any case */
    Profile ask(URI address, String user, char[] password) throws EspmException, InterruptedException;
}
