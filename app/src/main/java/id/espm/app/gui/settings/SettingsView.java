package id.espm.app.gui.settings;

import id.espm.app.espm.Profile.Appointment;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.update.UpdateView;
import id.espm.app.settings.KeySettings.RevocationMode;
import id.espm.signer.Jabatan;
import id.espm.signer.SignatureLevel;
import id.espm.signer.rules.Zona;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/** The settings in groups; each field says its rule as soon as its text breaks it. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class SettingsView extends ScreenView {
    private final SettingsViewModel model;
    private final PracticeViewModel practice;
    private final UpdateView updates;
    private final Words words;
    private final FilePicker files;
    private final Workplace workplace;
    private final Navigation navigation;
    private final List<FieldRow> rows = new ArrayList<>();

    @FXML
    private TabPane tabs;

    @FXML
    private Pane profile;

    @FXML
    private Pane key;

    @FXML
    private Pane espm;

    @FXML
    private Pane signature;

    @FXML
    private PasswordField password;

    @FXML
    private Button fetch;

    @FXML
    private ComboBox<Appointment> appointments;

    @FXML
    private Label proxy;

    @FXML
    private Pane trustSlot;

    @FXML
    private Pane updateSlot;

    @FXML
    private ComboBox<ThemeChoice> theme;

    @FXML
    private ComboBox<Boolean> language;

    @FXML
    private Button practise;

    @FXML
    private Notice notice;

    @FXML
    private Button save;

    @FXML
    private Button undo;

    @FXML
    private Button afresh;

    /** @param updates the part about newer versions */
    public SettingsView(
            SettingsViewModel model, PracticeViewModel practice, UpdateView updates, WindowContext context) {
        this.model = model;
        this.practice = practice;
        this.updates = updates;
        this.words = context.words();
        this.files = context.files();
        this.workplace = context.workplace();
        this.navigation = context.navigation();
    }

    @FXML
    void initialize() {
        model.onChange(workplace::reopen);
        addFields();
        addLook();
        fill(trustSlot, new TrustView(model.trust(), words, files), words);
        fill(updateSlot, updates, words);
        draw(model.tabProperty(), this::drawTab);
        keep(tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> model.tabProperty().set(group(tab))));
        fetch.disableProperty().bind(password.textProperty().isEmpty());
        Choices.offer(appointments, model.appointmentsProperty().get(), this::tell);
        appointments.setOnAction(
                event -> Optional.ofNullable(appointments.getValue()).ifPresent(model::take));
        draw(model.appointmentsProperty(), this::drawAppointments);
        draw(model.wrongProperty(), this::drawWrong);
        draw(model.stateProperty(), this::drawState);
        draw(model.proxyProperty(), this::drawProxy);
        draw(
                practice.stateProperty(),
                state -> practise.setDisable(
                        state instanceof PracticeState.Starting || state instanceof PracticeState.On));
        for (Observable each : model.form().all()) {
            keep(listen(each, changed -> drawButtons()));
        }
    }

    private static Subscription listen(Observable each, InvalidationListener listener) {
        each.addListener(listener);
        return () -> each.removeListener(listener);
    }

    private void drawTab(SettingsField.Tab wanted) {
        tabs.getTabs().stream().filter(tab -> group(tab) == wanted).forEach(tabs.getSelectionModel()::select);
    }

    /** Such as that of {@code tab-profile}. */
    private static SettingsField.Tab group(Tab tab) {
        return SettingsField.Tab.valueOf(tab.getId().substring("tab-".length()).toUpperCase(Locale.ROOT));
    }

    private void addFields() {
        Map<SettingsField.Tab, Pane> panes = new EnumMap<>(SettingsField.Tab.class);
        panes.put(SettingsField.Tab.PROFILE, profile);
        panes.put(SettingsField.Tab.KEY, key);
        panes.put(SettingsField.Tab.ESPM, espm);
        panes.put(SettingsField.Tab.SIGNATURE, signature);
        SettingsForm form = model.form();
        profile.getChildren()
                .add(Choices.field(
                        words,
                        "jabatan",
                        form.jabatanProperty(),
                        optional(List.of(Jabatan.values())),
                        each -> each.map(words::of).orElseGet(() -> words.get("settings.jabatan.none"))));
        for (SettingsField field : SettingsField.values()) {
            FieldRow row = new FieldRow(field, form, words, files);
            rows.add(row);
            Pane pane = panes.get(field.tab());
            if (pane != null) {
                pane.getChildren().add(row);
            }
        }
        List<Optional<ZoneId>> zones =
                optional(Arrays.stream(Zona.values()).map(Zona::id).toList());
        profile.getChildren()
                .addAll(
                        Choices.field(words, "kppnZona", form.kppnZonaProperty(), zones, this::kppnZone),
                        Choices.field(words, "zona", form.zonaProperty(), zones, this::ownZone));
        key.getChildren()
                .add(Choices.field(
                        words,
                        "revocation",
                        form.revocationProperty(),
                        List.of(RevocationMode.values()),
                        each -> words.get("settings.revocation." + each)));
        signature
                .getChildren()
                .addFirst(Choices.field(
                        words,
                        "level",
                        form.levelProperty(),
                        optional(List.of(SignatureLevel.values())),
                        each -> each.map(SignatureLevel::label).orElseGet(() -> words.get("settings.level.usual"))));
    }

    private static <T> List<Optional<T>> optional(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private String kppnZone(Optional<ZoneId> zone) {
        return zone.map(SettingsView::name).orElseGet(() -> words.get("settings.kppnZona.none"));
    }

    private String ownZone(Optional<ZoneId> zone) {
        return zone.map(SettingsView::name).orElseGet(() -> words.get("settings.zona.none"));
    }

    private static String name(ZoneId zone) {
        return Arrays.stream(Zona.values())
                .filter(each -> each.id().equals(zone))
                .map(Zona::name)
                .findFirst()
                .orElseGet(zone::getId);
    }

    private void addLook() {
        Workplace.Look look = workplace.look();
        Choices.offer(theme, List.of(ThemeChoice.values()), each -> words.get("settings.theme." + each));
        theme.setValue(look.theme());
        theme.setOnAction(event -> workplace.look(new Workplace.Look(look.english(), theme.getValue())));
        Choices.offer(
                language,
                List.of(false, true),
                english -> words.get(english ? "settings.language.en" : "settings.language.id"));
        language.setValue(look.english());
        language.setOnAction(event -> workplace.look(
                new Workplace.Look(language.getValue(), workplace.look().theme())));
    }

    @Override
    public void shown() {
        model.refresh();
        drawButtons();
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void undo() {
        model.undo();
    }

    @FXML
    void startAfresh() {
        model.startAfresh();
    }

    @FXML
    void fetch() {
        if (!fetch.isDisabled()) {
            model.fetch(TypedSecret.take(password));
        }
    }

    @FXML
    void practise() {
        navigation.go(Screen.HOME);
        practice.start();
    }

    private String tell(Appointment each) {
        return words.get(
                "settings.appointment", each.jabatan(), each.satker(), each.kppn(), String.valueOf(each.tahun()));
    }

    private void drawAppointments(List<Appointment> several) {
        // What is shown anew must not fill the fields anew.
        appointments.setOnAction(event -> {});
        appointments.getItems().setAll(several);
        show(appointments, !several.isEmpty());
        if (!several.isEmpty()) {
            appointments.setValue(several.getFirst());
        }
        appointments.setOnAction(
                event -> Optional.ofNullable(appointments.getValue()).ifPresent(model::take));
    }

    private void drawProxy(SettingsViewModel.Way way) {
        proxy.setText(
                way.kind() == SettingsViewModel.Way.Kind.THROUGH
                        ? words.get("settings.proxy.THROUGH", way.through())
                        : words.get("settings.proxy." + way.kind()));
    }

    private void drawWrong(Set<SettingsField> wrong) {
        rows.forEach(row -> row.tell(wrong));
        drawButtons();
    }

    private void drawButtons() {
        save.setDisable(!model.maySave());
        show(undo, model.mayUndo());
    }

    private void drawState(SettingsState state) {
        notice.hide();
        tabs.setDisable(state instanceof SettingsState.Unreadable);
        show(afresh, state instanceof SettingsState.Unreadable);
        switch (state) {
            case SettingsState.Quiet s -> {}
            case SettingsState.Saved s -> notice.say(Notice.Kind.GOOD, words.get("settings.saved"), "");
            case SettingsState.Restored s -> notice.say(Notice.Kind.INFO, words.get("settings.restored"), "");
            case SettingsState.Unreadable s -> notice.say(words.tell(s.failure()));
            case SettingsState.Failed s -> notice.say(words.tell(s.failure()));
            case SettingsState.Busy s -> notice.say(Notice.Kind.WARNING, words.get("settings.busy"), "");
            case SettingsState.Asking s -> notice.say(Notice.Kind.INFO, words.get("settings.asking"), "");
            case SettingsState.Fetched s -> notice.say(Notice.Kind.GOOD, words.get("settings.fetched"), "");
            case SettingsState.NoAppointment s ->
                notice.say(Notice.Kind.WARNING, words.get("settings.no-appointment"), "");
        }
        drawButtons();
    }
}
