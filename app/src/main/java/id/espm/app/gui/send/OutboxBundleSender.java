package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmLogin;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;

/** Sends through the outbox, so that what is cut off here can be gone on with at the command line, and the other way round. */
public final class OutboxBundleSender implements BundleSender {
    private final Function<URI, EspmSettings.Builder> espm;
    private final OutboxSettings outboxes;

    /** @param espm how the eSPM at an address is reached, but for the login at a proxy */
    public OutboxBundleSender(Function<URI, EspmSettings.Builder> espm, OutboxSettings outboxes) {
        this.espm = espm;
        this.outboxes = outboxes;
    }

    @Override
    public SubmissionOutcome send(Login login, Parcel parcel, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        EspmSettings settings =
                espm.apply(login.address()).proxyLogin(login.proxy()).build();
        // An address that is none is told before the bundle is put in.
        try (EspmClient client = EspmClient.open(settings);
                Outbox outbox = Outbox.open(outboxes)) {
            OutboxRow row = outbox.add(
                    HashedBundle.of(parcel.bundle()),
                    parcel.details(),
                    new OutboxRow.Account(login.address(), login.user()));
            EspmSession session = session(new EspmLogin(client, settings, listener), login, outbox, row);
            return outbox.send(row, session, tokens, listener);
        } finally {
            Arrays.fill(login.password(), '\0');
        }
    }

    private static EspmSession session(EspmLogin way, Login login, Outbox outbox, OutboxRow row)
            throws EspmException, InterruptedException {
        try {
            return way.session(login.user(), login.password());
        } catch (EspmException e) {
            outbox.halted(row, e);
            throw e;
        }
    }
}
