package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.BundleSender.Login;
import id.espm.app.gui.send.BundleSender.Parcel;
import id.espm.app.gui.send.SendState.Cancelled;
import id.espm.app.gui.send.SendState.CodeNeeded;
import id.espm.app.gui.send.SendState.Failed;
import id.espm.app.gui.send.SendState.LoggedOut;
import id.espm.app.gui.send.SendState.ProxyLoginNeeded;
import id.espm.app.gui.send.SendState.Sending;
import id.espm.app.gui.send.SendState.Sent;
import id.espm.app.gui.send.SendState.Waiting;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.signer.Kppn;
import id.espm.signer.sign.SignedPackage;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Step 4: sends what was signed. Nothing is called sent without a receipt that was checked. */
public final class SendViewModel {
    private final Background background;
    private final BundleSender sender;
    private final ReadOnlyObjectWrapper<SendState> state = new ReadOnlyObjectWrapper<>(new LoggedOut());
    private final ReadOnlyObjectWrapper<Optional<SignedPackage>> parcel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty address;
    private final StringProperty user;
    private Running running = Running.NOTHING;
    private final TypedProxyLogin proxyLogin = new TypedProxyLogin();
    private TypedAnswer<TokenSource.Request, String> codes = new TypedAnswer<>(request -> {});
    private TypedAnswer<String, PasswordAuthentication> proxyLogins = new TypedAnswer<>(proxy -> {});

    /**
     * @param address of eSPM, to begin with
     * @param user    the account, to begin with; may be empty
     */
    public SendViewModel(Background background, BundleSender sender, URI address, String user) {
        this.background = background;
        this.sender = sender;
        this.address = new SimpleStringProperty(address.toString());
        this.user = new SimpleStringProperty(user);
    }

    public ReadOnlyObjectProperty<SendState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SendState state() {
        return state.get();
    }

    /** What is to be sent; empty while there is nothing. */
    public ReadOnlyObjectProperty<Optional<SignedPackage>> parcelProperty() {
        return parcel.getReadOnlyProperty();
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty userProperty() {
        return user;
    }

    /** Takes a signed package to be sent. */
    public void offer(SignedPackage signed) {
        if (!state().isBusy()) {
            parcel.set(Optional.of(signed));
            state.set(new LoggedOut());
        }
    }

    /**
     * Logs in and sends.
     *
     * @param password becomes this object's to overwrite
     */
    public void send(char[] password) {
        Optional<SignedPackage> signed = parcel.get();
        Optional<URI> server = server();
        if (signed.isEmpty() || state().isBusy()) {
            Arrays.fill(password, '\0');
            return;
        }
        if (server.isEmpty()) {
            Arrays.fill(password, '\0');
            state.set(new Failed(new Failure.OfEspm(new EspmProblem.AddressInvalid(URI.create("")), "")));
            return;
        }
        TypedAnswer<TokenSource.Request, String> typed = new TypedAnswer<>(request -> ask(new CodeNeeded(request)));
        codes = typed;
        proxyLogins = new TypedAnswer<>(proxy -> ask(new ProxyLoginNeeded(proxy)));
        proxyLogin.ask(proxyLogins);
        Login login = new Login(server.get(), user.get().strip(), password, proxyLogin);
        Parcel content = new Parcel(signed.get().bundle(), details(signed.get()));
        state.set(new Sending(0, 0, 0, false));
        running = background
                .run(() -> sender.send(login, content, typed::ask, new Progress()))
                .onSuccess(outcome -> end(new Sent(outcome)))
                .onError(EspmException.class, this::failed)
                .onError(IOException.class, e -> end(new Failed(new Failure.OfFiles(e))))
                .onCancelled(() -> end(new Cancelled()))
                .start();
    }

    /** Called on a thread of the sending; once it was asked to stop, nobody is asked anything. */
    private void ask(SendState question) {
        background.tellWindow(() -> {
            if (goesOn()) {
                state.set(question);
            }
        });
    }

    private boolean goesOn() {
        return state().isBusy() && !(state() instanceof Sending now && now.cancelling());
    }

    private void failed(EspmException e) {
        if (e.problem() instanceof EspmProblem.Unreachable broken && broken.cause() == Cause.PROXY_LOGIN) {
            proxyLogin.forget();
        }
        end(new Failed(new Failure.OfEspm(e.problem(), e.serverDetail())));
    }

    private static SubmissionDetails details(SignedPackage signed) {
        Submission.Content content = new Submission.Content(
                signed.source().jenis(),
                signed.source().satker().kode(),
                signed.source().kppn().map(Kppn::kode).orElseThrow(),
                signed.source().tahun(),
                signed.source().nomor());
        return new SubmissionDetails(content, signed.signer().serialHex());
    }

    /** The address as typed; a bare host is meant as HTTPS. */
    private Optional<URI> server() {
        String typed = address.get().strip();
        try {
            return Optional.of(new URI(typed.contains("://") ? typed : "https://" + typed));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Hands over the e-mailed code. */
    public void answerCode(String code) {
        if (state.get() instanceof CodeNeeded && !code.isBlank() && codes.answer(code.strip())) {
            state.set(new Sending(0, 0, 0, false));
        }
    }

    /**
     * Hands over the login at the office's proxy.
     *
     * @param secret becomes this object's to overwrite
     */
    public void answerProxy(String name, char[] secret) {
        PasswordAuthentication given = new PasswordAuthentication(name.strip(), secret);
        Arrays.fill(secret, '\0');
        if (state.get() instanceof ProxyLoginNeeded && !name.isBlank() && proxyLogins.answer(given)) {
            state.set(new Sending(0, 0, 0, false));
        }
    }

    private void end(SendState outcome) {
        codes.close();
        proxyLogins.close();
        state.set(outcome);
    }

    /** Back to the form, after a failure or a cancel. */
    public void again() {
        if (!state().isBusy()) {
            state.set(new LoggedOut());
        }
    }

    /** Asks the sending that goes on to stop; it can go on later where it stopped. */
    public void cancel() {
        if (state().isBusy()) {
            state.set(new Sending(0, 0, 0, true));
            running.cancel();
        }
    }

    /** Called on the sending thread. */
    private final class Progress implements SubmissionListener {
        private final Speed speed = new Speed();

        @Override
        public void sent(long sent, long total) {
            long bytesPerSecond = speed.note(System.nanoTime(), sent);
            tell(new Sending(sent, total, bytesPerSecond, false));
        }

        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            tell(new Waiting(problem, pause));
        }

        /** Once it was asked to stop, progress is no news any more. */
        private void tell(SendState news) {
            background.tellWindow(() -> {
                if (goesOn()) {
                    state.set(news);
                }
            });
        }
    }
}
