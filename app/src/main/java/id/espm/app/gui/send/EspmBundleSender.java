package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.submit.Submitter;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;

/** Sends by the client of the upload contract. */
public final class EspmBundleSender implements BundleSender {
    private final Function<URI, EspmSettings> settings;
    private final Submitter submitter;

    /** @param settings how the eSPM at an address is reached */
    public EspmBundleSender(Function<URI, EspmSettings> settings, Submitter submitter) {
        this.settings = settings;
        this.submitter = submitter;
    }

    @Override
    public SubmissionOutcome send(Login login, Parcel parcel, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        try (EspmClient client = EspmClient.open(settings.apply(login.address()))) {
            return submitter.submit(
                    client.login(login.user(), login.password()), parcel.bundle(), parcel.details(), tokens, listener);
        } finally {
            Arrays.fill(login.password(), '\0');
        }
    }
}
