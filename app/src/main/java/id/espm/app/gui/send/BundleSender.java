package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.look.Failure;
import id.espm.app.outbox.OutboxRow;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The way to eSPM: what was put on it before, and the sending itself. */
public interface BundleSender {
    /** What was ever to be sent from here, in the order in which it came; looking begins nothing. */
    List<OutboxRow> known() throws EspmException;

    /**
     * Logs in, asks where earlier bundles stand, and sends bundles one after the other, each with its receipt. One that fails
     * is told and stops no other. An interrupt breaks it off, and the same call goes on later.
     *
     * @param login   the password in it is overwritten in any case
     * @param parcels may be none, which only asks
     * @param tokens  asked for the e-mailed code
     * @throws EspmException what concerns all: the address, the login, a session that ended, the outbox
     */
    void send(Login login, List<Parcel> parcels, TokenSource tokens, ParcelListener listener)
            throws EspmException, InterruptedException;

    /** Hears how the sending goes, on the sending thread. */
    interface ParcelListener extends SubmissionListener {
        /** This one is next. */
        default void began(Parcel parcel) {}

        /** eSPM has accepted it, and its receipt was checked. */
        default void accepted(Parcel parcel, SubmissionOutcome outcome) {}

        /** It was not sent, for this reason; the others go on. */
        default void failed(Parcel parcel, Failure failure) {}
    }

    /** What is sent. */
    record Parcel(Path bundle, SubmissionDetails details) {}

    /** Who sends it, and where to. It does not print the password. */
    final class Login {
        private final URI address;
        private final String user;
        private final char[] password;

        /** @param password becomes the sender's to overwrite */
        public Login(URI address, String user, char[] password) {
            this.address = address;
            this.user = user;
            this.password = password;
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
    }
}
