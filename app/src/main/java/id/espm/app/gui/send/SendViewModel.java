package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
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
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.outbox.OutboxRow;
import id.espm.signer.Kppn;
import id.espm.signer.SignerException;
import id.espm.signer.sign.SignedPackage;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Sends what was signed, and tells where everything stands that was ever sent from here. Nothing is called sent without a
 * receipt that was checked; what is to be sent is in the outbox before the first byte goes.
 */
public final class SendViewModel {
    private final Background background;
    private final BundleSender sender;
    private final ParcelReader reader;
    private final ReadOnlyObjectWrapper<SendState> state = new ReadOnlyObjectWrapper<>(new LoggedOut());
    private final ObservableList<ParcelRow> rows = FXCollections.observableArrayList();
    private final StringProperty address;
    private final StringProperty user;
    private Running running = Running.NOTHING;
    private Running reading = Running.NOTHING;
    private final TypedProxyLogin proxyLogin = new TypedProxyLogin();
    private TypedAnswer<TokenSource.Request, String> codes = new TypedAnswer<>(request -> {});
    private TypedAnswer<String, PasswordAuthentication> proxyLogins = new TypedAnswer<>(proxy -> {});

    /**
     * @param address of eSPM, to begin with
     * @param user    the account, to begin with; may be empty
     */
    public SendViewModel(Background background, BundleSender sender, ParcelReader reader, URI address, String user) {
        this.background = background;
        this.sender = sender;
        this.reader = reader;
        this.address = new SimpleStringProperty(address.toString());
        this.user = new SimpleStringProperty(user);
    }

    public ReadOnlyObjectProperty<SendState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SendState state() {
        return state.get();
    }

    /** What is to be sent, and what was. */
    public ObservableList<ParcelRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty userProperty() {
        return user;
    }

    /** What still has to go. */
    public List<ParcelRow> open() {
        return rows.stream().filter(ParcelRow::isOpen).toList();
    }

    /** Reads the outbox, which other windows and the command line write as well. */
    public void load() {
        reading.cancel();
        reading = background
                .run(sender::known)
                .onSuccess(this::show)
                .onError(EspmException.class, e -> {
                    if (!state().isBusy()) {
                        state.set(new Failed(new Failure.OfEspm(e.problem(), e.serverDetail())));
                    }
                })
                .start();
    }

    private void show(List<OutboxRow> known) {
        for (OutboxRow row : known) {
            int at = indexOf(row.bundle());
            if (at < 0) {
                rows.add(ParcelRow.of(row));
            } else {
                rows.set(at, rows.get(at).knownAs(row));
            }
        }
    }

    private int indexOf(Path bundle) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isFor(bundle)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes a package that was signed just now. */
    public void offer(SignedPackage signed) {
        take(new Parcel(signed.bundle(), details(signed)));
    }

    /** Takes bundles that were signed at another time, or elsewhere; each is judged first. */
    public void add(List<Path> bundles) {
        for (Path bundle : bundles) {
            background
                    .run(() -> reader.read(bundle))
                    .onSuccess(this::take)
                    .onError(SignerException.class, e -> refuse(new Failure.OfSigner(e.problem())))
                    .onError(EspmException.class, e -> refuse(new Failure.OfEspm(e.problem(), e.serverDetail())))
                    .onError(IOException.class, e -> refuse(new Failure.OfFiles(e)))
                    .start();
        }
    }

    private void take(Parcel parcel) {
        if (indexOf(parcel.bundle()) < 0) {
            rows.addFirst(ParcelRow.offered(parcel));
        }
        again();
    }

    private void refuse(Failure failure) {
        if (!state().isBusy()) {
            state.set(new Failed(failure));
        }
    }

    /** Takes away one that was never put into the outbox; the file stays. */
    public void remove(ParcelRow row) {
        if (row.known().isEmpty() && !row.going()) {
            rows.remove(row);
        }
    }

    /**
     * Logs in, asks where everything stands, and sends what is open.
     *
     * @param password becomes this object's to overwrite
     */
    public void send(char[] password) {
        Optional<URI> server = server();
        if (state().isBusy()) {
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
        OutboxRow.Account account = new OutboxRow.Account(login.address(), login.user());
        List<Parcel> parcels = open().stream()
                .filter(row -> row.isFor(account))
                .map(ParcelRow::parcel)
                .toList();
        SendProgress progress = new SendProgress(background, this);
        state.set(new Sending(0, 0, 0, false));
        running = background
                .run(() -> {
                    sender.send(login, parcels, typed::ask, progress);
                    return progress;
                })
                .onSuccess(done -> end(done.ended()))
                .onError(EspmException.class, this::failed)
                .onCancelled(() -> end(new Cancelled()))
                .start();
    }

    /** Called on a thread of the sending; once it was asked to stop, nobody is asked anything. */
    private void ask(SendState question) {
        background.tellWindow(() -> tell(question));
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

    /** The one that is being sent. */
    public Optional<ParcelRow> going() {
        return rows.stream().filter(ParcelRow::going).findFirst();
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

    /** Changes the row of a parcel, if it is still there. */
    void change(Parcel parcel, UnaryOperator<ParcelRow> change) {
        int at = indexOf(parcel.bundle());
        if (at >= 0) {
            rows.set(at, change.apply(rows.get(at)));
        }
    }

    /** News of the sending; once it was asked to stop, progress is no news any more. */
    void tell(SendState news) {
        if (goesOn()) {
            state.set(news);
        }
    }

    private void end(SendState outcome) {
        codes.close();
        proxyLogins.close();
        rows.replaceAll(ParcelRow::stopped);
        state.set(outcome);
        load();
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
}
