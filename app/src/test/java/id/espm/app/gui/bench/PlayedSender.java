package id.espm.app.gui.bench;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.send.BundleSender;
import id.espm.app.outbox.OutboxRow;
import java.util.List;

/** A way to eSPM that a test plays by itself, one bundle after the other. */
public final class PlayedSender implements BundleSender {
    private final One one;

    public PlayedSender(One one) {
        this.one = one;
    }

    /** Sends one bundle. */
    @FunctionalInterface
    public interface One {
        SubmissionOutcome send(Login login, Parcel parcel, TokenSource tokens, ParcelListener listener)
                throws EspmException, InterruptedException;
    }

    @Override
    public List<OutboxRow> known() {
        return List.of();
    }

    @Override
    public void send(Login login, List<Parcel> parcels, TokenSource tokens, ParcelListener listener)
            throws EspmException, InterruptedException {
        for (Parcel parcel : parcels) {
            listener.began(parcel);
            listener.accepted(parcel, one.send(login, parcel, tokens, listener));
        }
    }
}
