package id.espm.app.gui.settings;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Profile;
import id.espm.app.espm.client.EspmClient;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;

/** Logs in for one question. */
public final class EspmProfiles implements ProfileSource {
    private final Function<URI, EspmSettings> espm;

    /** @param espm how the eSPM at an address is reached */
    public EspmProfiles(Function<URI, EspmSettings> espm) {
        this.espm = espm;
    }

    @Override
    public Profile ask(URI address, String user, char[] password) throws EspmException, InterruptedException {
        try (EspmClient client = EspmClient.open(espm.apply(address))) {
            return client.login(user, password).profile();
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
