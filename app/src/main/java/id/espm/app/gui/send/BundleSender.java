package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings.ProxyLogin;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Logs in to eSPM and sends one bundle. */
@FunctionalInterface
public interface BundleSender {
    /**
     * Sends a bundle and waits for its receipt. An interrupt breaks it off, and the same call goes on later.
     *
     * @param login    the password in it is overwritten in any case
     * @param tokens   asked for the e-mailed code
     * @param listener hears how it goes
     */
    SubmissionOutcome send(Login login, Parcel parcel, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException;

    /** What is sent. */
    record Parcel(Path bundle, SubmissionDetails details) {}

    /** Who sends it, and where to. It does not print the password. */
    final class Login {
        private final URI address;
        private final String user;
        private final char[] password;
        private final ProxyLogin proxy;

        /**
         * @param password becomes the sender's to overwrite
         * @param proxy    asked where the office's proxy on the way wants a login of its own
         */
        public Login(URI address, String user, char[] password, ProxyLogin proxy) {
            this.address = address;
            this.user = user;
            this.password = password;
            this.proxy = proxy;
        }

        public URI address() {
            return address;
        }

        public String user() {
            return user;
        }

        /** The password itself, not a copy: whoever uses it overwrites it. */
        public char[] password() {
            return password;
        }

        /** Who logs in at the office's proxy. */
        public ProxyLogin proxy() {
            return proxy;
        }
    }
}
