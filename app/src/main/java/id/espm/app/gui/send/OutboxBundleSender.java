package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmLogin;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.gui.look.Failure;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sends through the outbox, so that what is cut off here can be gone on with at the command line, and the other way round. */
public final class OutboxBundleSender implements BundleSender {
    private final Function<URI, EspmSettings> espm;
    private final OutboxSettings outboxes;

    /** @param espm how the eSPM at an address is reached */
    public OutboxBundleSender(Function<URI, EspmSettings> espm, OutboxSettings outboxes) {
        this.espm = espm;
        this.outboxes = outboxes;
    }

    @Override
    public List<OutboxRow> known() throws EspmException {
        if (!Files.exists(outboxes.file())) {
            return List.of();
        }
        try (Outbox outbox = Outbox.open(outboxes)) {
            return outbox.rows();
        }
    }

    @Override
    public void send(Login login, List<Parcel> parcels, TokenSource tokens, ParcelListener listener)
            throws EspmException, InterruptedException {
        EspmSettings settings = espm.apply(login.address());
        OutboxRow.Account account = new OutboxRow.Account(login.address(), login.user());
        // An address that is none is told before a bundle is put in.
        try (EspmClient client = EspmClient.open(settings);
                Outbox outbox = Outbox.open(outboxes)) {
            Map<Parcel, OutboxRow> rows = put(outbox, parcels, account, listener);
            EspmSession session = session(new EspmLogin(client, settings, listener), login, outbox, rows);
            // What could not be kept stays open in the outbox, and is asked for again the next time.
            outbox.refresh(session, account);
            for (Map.Entry<Parcel, OutboxRow> each : rows.entrySet()) {
                send(outbox, each, new Way(session, tokens, listener));
            }
        } finally {
            Arrays.fill(login.password(), '\0');
        }
    }

    private record Way(EspmSession session, TokenSource tokens, ParcelListener listener) {}

    /** Everything is in the outbox before the first byte goes: a window that is closed now has lost nothing. */
    private static Map<Parcel, OutboxRow> put(
            Outbox outbox, List<Parcel> parcels, OutboxRow.Account account, ParcelListener listener)
            throws EspmException, InterruptedException {
        Map<Parcel, OutboxRow> rows = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            try {
                rows.put(parcel, outbox.add(HashedBundle.of(parcel.bundle()), parcel.details(), account));
            } catch (IOException e) {
                listener.failed(parcel, new Failure.OfFiles(e));
            }
        }
        return rows;
    }

    private static EspmSession session(EspmLogin way, Login login, Outbox outbox, Map<Parcel, OutboxRow> rows)
            throws EspmException, InterruptedException {
        try {
            return way.session(login.user(), login.password());
        } catch (EspmException e) {
            for (OutboxRow row : rows.values()) {
                outbox.halted(row, e);
            }
            throw e;
        }
    }

    private static void send(Outbox outbox, Map.Entry<Parcel, OutboxRow> each, Way way)
            throws EspmException, InterruptedException {
        Parcel parcel = each.getKey();
        way.listener().began(parcel);
        try {
            way.listener().accepted(parcel, outbox.send(each.getValue(), way.session(), way.tokens(), way.listener()));
        } catch (EspmException e) {
            if (concernsAll(e.problem())) {
                throw e;
            }
            way.listener().failed(parcel, new Failure.OfEspm(e.problem(), e.serverDetail()));
        } catch (IOException e) {
            way.listener().failed(parcel, new Failure.OfFiles(e));
        }
    }

    private static boolean concernsAll(EspmProblem problem) {
        return problem instanceof EspmProblem.SessionExpired || problem instanceof EspmProblem.OutboxUnusable;
    }
}
