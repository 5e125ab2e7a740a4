package id.espm.app.gui.settings;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Profile.Appointment;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.settings.SettingsState.Asking;
import id.espm.app.gui.settings.SettingsState.Busy;
import id.espm.app.gui.settings.SettingsState.Failed;
import id.espm.app.gui.settings.SettingsState.Fetched;
import id.espm.app.gui.settings.SettingsState.NoAppointment;
import id.espm.app.gui.settings.SettingsState.Quiet;
import id.espm.app.gui.settings.SettingsState.Restored;
import id.espm.app.gui.settings.SettingsState.Saved;
import id.espm.app.gui.settings.SettingsState.Unreadable;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.signer.Jabatan;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The settings as they are typed: each field checks itself, saving opens the workplace anew, and can be undone. */
public final class SettingsViewModel {
    private final Background background;
    private final SettingsFolder settings;
    private final ProfileSource espm;
    private final BooleanSupplier busy;
    private final TrustList trust;
    private final SettingsForm form = new SettingsForm();
    private final ReadOnlyObjectWrapper<SettingsState> state = new ReadOnlyObjectWrapper<>(new Quiet());
    private final ReadOnlyObjectWrapper<List<Appointment>> appointments = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectBinding<Set<SettingsField>> wrong;
    private final ReadOnlyObjectWrapper<Way> proxy = new ReadOnlyObjectWrapper<>(new Way(Way.Kind.UNKNOWN, ""));
    private final ObjectProperty<SettingsField.Tab> tab = new SimpleObjectProperty<>(SettingsField.Tab.PROFILE);
    private Optional<UserProfile> stored = Optional.empty();
    private Optional<UserProfile> before = Optional.empty();
    private Running asking = Running.NOTHING;
    private Runnable reopen = () -> {};

    /** @param busy whether signing or sending goes on */
    public SettingsViewModel(Background background, SettingsFolder settings, ProfileSource espm, BooleanSupplier busy) {
        this.background = background;
        this.settings = settings;
        this.espm = espm;
        this.busy = busy;
        this.trust = new TrustList(background, settings.trust());
        this.wrong = Bindings.createObjectBinding(form::wrong, form.all());
        load();
        for (Observable each : form.all()) {
            each.addListener(changed -> edited());
        }
    }

    /** What was saved before is no longer the matter. */
    private void edited() {
        if (state.get() instanceof Saved || state.get() instanceof Restored) {
            state.set(new Quiet());
        }
    }

    /**
     * The way to eSPM, as the system's settings have it.
     *
     * @param through host and port of the proxy, where there is one
     */
    public record Way(Kind kind, String through) {
        /** Whether there is a proxy. */
        public enum Kind {
            UNKNOWN,
            DIRECT,
            THROUGH
        }

        static Way to(URI address) {
            return Optional.ofNullable(ProxySelector.getDefault()).stream()
                    .flatMap(known -> known.select(address).stream())
                    .flatMap(each -> Optional.ofNullable(each.address()).stream())
                    .map(each -> new Way(Kind.THROUGH, String.valueOf(each)))
                    .findFirst()
                    .orElseGet(() -> new Way(Kind.DIRECT, ""));
        }
    }

    /** Who opens the workplace anew after a change. */
    public void onChange(Runnable action) {
        reopen = action;
        trust.onChange(action);
    }

    public SettingsForm form() {
        return form;
    }

    public TrustList trust() {
        return trust;
    }

    /** The group that is shown. */
    public ObjectProperty<SettingsField.Tab> tabProperty() {
        return tab;
    }

    public ReadOnlyObjectProperty<Way> proxyProperty() {
        return proxy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SettingsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The fields whose text breaks its rule. */
    public ObservableValue<Set<SettingsField>> wrongProperty() {
        return wrong;
    }

    /** The positions that eSPM knows, where there are several to choose from. */
    public ReadOnlyObjectProperty<List<Appointment>> appointmentsProperty() {
        return appointments.getReadOnlyProperty();
    }

    /** Whether saving would change anything, and may. */
    public boolean maySave() {
        return stored.isPresent()
                && wrong.get().isEmpty()
                && !form.profile(stored.get()).equals(stored.get());
    }

    public boolean mayUndo() {
        return before.isPresent();
    }

    /** Takes over what the settings before a new workplace had to say. */
    public void inherit(SettingsViewModel former) {
        before = former.before;
        state.set(former.state.get());
        tab.set(former.tab.get());
        trust.inherit(former.trust);
    }

    /** Reads what is set up, unless something is typed that was not saved. */
    public void refresh() {
        if (stored.isEmpty() || !maySave()) {
            load();
        }
        trust.refresh();
        URI address = stored.flatMap(UserProfile::url).orElse(EspmSettings.ESPM);
        background.run(() -> Way.to(address)).onSuccess(proxy::set).start();
    }

    private void load() {
        try {
            UserProfile now = settings.profile();
            stored = Optional.of(now);
            form.fill(now);
            if (state.get() instanceof Unreadable) {
                state.set(new Quiet());
            }
        } catch (SignerException e) {
            stored = Optional.empty();
            state.set(new Unreadable(new Failure.OfSigner(e.problem())));
        }
    }

    /** Writes what is typed, and opens the workplace anew. */
    public void save() {
        if (!maySave()) {
            return;
        }
        if (busy.getAsBoolean()) {
            state.set(new Busy());
            return;
        }
        try {
            // Somebody else may have changed what is not shown here.
            UserProfile now = settings.profile();
            settings.save(form.profile(now));
            before = Optional.of(now);
            load();
            state.set(new Saved());
            reopen.run();
        } catch (IOException e) {
            state.set(new Failed(new Failure.OfFiles(e)));
        } catch (SignerException e) {
            state.set(new Unreadable(new Failure.OfSigner(e.problem())));
        }
    }

    /** Brings back what was before it was saved. */
    public void undo() {
        if (before.isEmpty() || busy.getAsBoolean()) {
            return;
        }
        try {
            settings.save(before.get());
            before = Optional.empty();
            load();
            state.set(new Restored());
            reopen.run();
        } catch (IOException e) {
            state.set(new Failed(new Failure.OfFiles(e)));
        }
    }

    /** Puts a profile that cannot be read aside, under another name, and begins with none. */
    public void startAfresh() {
        try {
            settings.setProfileAside();
            load();
            state.set(new Quiet());
            reopen.run();
        } catch (IOException e) {
            state.set(new Failed(new Failure.OfFiles(e)));
        }
    }

    /**
     * Asks eSPM for the positions of the user.
     *
     * @param password becomes this object's to overwrite
     */
    public void fetch(char[] password) {
        String user = form.text(SettingsField.USER).get().strip();
        if (user.isEmpty()
                || !SettingsField.URL.allows(form.text(SettingsField.URL).get())) {
            Arrays.fill(password, '\0');
            return;
        }
        String typed = form.text(SettingsField.URL).get().strip();
        URI address = typed.isEmpty() ? EspmSettings.ESPM : URI.create(typed);
        asking.cancel();
        state.set(new Asking());
        asking = background
                .run(() -> espm.ask(address, user, password))
                .onSuccess(this::show)
                .onError(
                        EspmException.class,
                        e -> state.set(new Failed(new Failure.OfEspm(e.problem(), e.serverDetail()))))
                .onCancelled(() -> state.set(new Quiet()))
                .start();
    }

    private void show(Profile profile) {
        List<Appointment> signing = profile.appointments().stream()
                .filter(each -> each.active() && isJabatan(each.jabatan()))
                .toList();
        appointments.set(signing.size() > 1 ? signing : List.of());
        if (signing.isEmpty()) {
            state.set(new NoAppointment());
        } else {
            take(signing.getFirst());
        }
    }

    /** Operators have a user level in place of a position; they sign nothing. */
    private static boolean isJabatan(String name) {
        return Arrays.stream(Jabatan.values()).anyMatch(each -> each.name().equals(name));
    }

    /** Fills the fields with one position; nothing is saved yet. */
    public void take(Appointment appointment) {
        form.take(appointment);
        state.set(new Fetched());
    }

    /** Stops what goes on. */
    public void close() {
        asking.cancel();
        trust.close();
    }
}
