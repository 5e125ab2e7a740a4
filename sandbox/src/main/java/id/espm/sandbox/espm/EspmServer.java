package id.espm.sandbox.espm;

import id.espm.sandbox.kppn.Kppn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * eSPM on loopback, as {@code docs/api/espm.yaml} describes it. Its data outlive it: a server started on the same
 * folder goes on where the last one stopped. Safe for use by several threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class EspmServer implements AutoCloseable {
    private EspmServer() {}

    /**
     * Opens the data folder and listens on 127.0.0.1.
     *
     * @throws IOException when the folder cannot be used or the port is taken
     */
    public static EspmServer start(EspmServerConfig config) throws IOException {
        throw new IOException("not ready: " + config.dataDir());
    }

    /** Base address without a slash at the end, e.g. {@code http://127.0.0.1:40123}. */
    public URI address() {
        return URI.create("http://127.0.0.1");
    }

    /** KPPN's side of the same data. */
    public Kppn kppn() {
        throw new IllegalStateException("not ready");
    }

    /** From now on every call is answered with {@code maintenance}, for the given time or until it is ended. */
    public void startMaintenance(Duration duration) {
        throw new IllegalStateException("not ready: " + duration);
    }

    /** Serves again. */
    public void endMaintenance() {
        throw new IllegalStateException("not ready");
    }

    /** Stops listening, lets running requests end, and closes the database. */
    @Override
    public void close() {
        // Nothing is open yet.
    }
}
