package id.espm.app.gui.paket;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TextOnly;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Shows the packages under work: the board, what is asked, and what the rules say. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PackageView extends ScreenView {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final PackageViewModel model;
    private final Words words;
    private final FilePicker files;
    private final Navigation navigation;
    private final DraftRows rows;
    private final ToldBoxes boxes;

    @FXML
    private VBox root;

    @FXML
    private Pane tabs;

    @FXML
    private Label spmCount;

    @FXML
    private Button undo;

    @FXML
    private Button check;

    @FXML
    private Button forget;

    @FXML
    private ComboBox<Jenis> jenis;

    @FXML
    private ComboBox<Jabatan> jabatan;

    @FXML
    private TextField satker;

    @FXML
    private TextField kppn;

    @FXML
    private TextField tahun;

    @FXML
    private TextField lokasi;

    @FXML
    private VBox askedBox;

    @FXML
    private GridPane board;

    @FXML
    private Label unsorted;

    @FXML
    private VBox differences;

    @FXML
    private VBox told;

    @FXML
    private Node dropZone;

    @FXML
    private Pane waiting;

    @FXML
    private Notice notice;

    @FXML
    private Button next;

    private boolean drawing;

    public PackageView(PackageViewModel model, WindowContext context) {
        this.model = model;
        this.words = context.words();
        this.files = context.files();
        this.navigation = context.navigation();
        this.rows = new DraftRows(model, words);
        this.boxes = new ToldBoxes(model, words);
    }

    /** The way on stays in sight however much there is on the board. */
    @Override
    public boolean scrollsItself() {
        return true;
    }

    @FXML
    void initialize() {
        setUpChoices();
        bind(satker, model.fields().satkerProperty());
        bind(kppn, model.fields().kppnProperty());
        bind(tahun, model.fields().tahunProperty());
        bind(lokasi, model.fields().lokasiProperty());
        AskedBox asked = new AskedBox(model, words, askedBox);
        draw(model.openProperty(), this::drawOpen);
        draw(model.foundProperty(), found -> {
            drawBoard(found);
            asked.draw();
        });
        draw(model.verdictProperty(), this::drawVerdict);
        draw(model.news().doubtsProperty(), doubts -> asked.draw());
        draw(model.news().failuresProperty(), failures -> boxes.drawTold(told));
        draw(model.news().waitingProperty(), drafts -> drawWaiting());
        draw(model.news().undoableProperty(), can -> undo.setDisable(!can));
        keep(root.widthProperty().subscribe(width -> lay(List.copyOf(board.getChildren()))));
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                model.undo();
                event.consume();
            }
        });
    }

    private void setUpChoices() {
        jenis.getItems().setAll(Jenis.values());
        jenis.setConverter(new TextOnly<>(words::of));
        jenis.setCellFactory(
                list -> new ChoiceCell<>(words, words::of, () -> model.choices().jenis()));
        jabatan.getItems().setAll(Jabatan.values());
        jabatan.setConverter(new TextOnly<>(words::of));
        jabatan.setCellFactory(
                list -> new ChoiceCell<>(words, words::of, () -> model.choices().jabatan()));
        jenis.setButtonCell(new ShortCell<>(words::brief));
        jabatan.setButtonCell(new ShortCell<>(words::brief));
        draw(model.fields().jenisProperty(), value -> select(jenis, value));
        draw(model.fields().jabatanProperty(), value -> select(jabatan, value));
        jenis.valueProperty()
                .subscribe(value -> chosen(() -> model.fields().jenisProperty().set(Optional.ofNullable(value))));
        jabatan.valueProperty()
                .subscribe(
                        value -> chosen(() -> model.fields().jabatanProperty().set(Optional.ofNullable(value))));
    }

    private static void bind(TextField field, StringProperty property) {
        field.textProperty().bindBidirectional(property);
    }

    private <T> void select(ComboBox<T> box, Optional<T> value) {
        drawing = true;
        try {
            box.setValue(value.orElse(null));
        } finally {
            drawing = false;
        }
    }

    private void chosen(Runnable change) {
        if (!drawing) {
            change.run();
        }
    }

    @FXML
    void chooseFiles() {
        List<Path> picked = files.files(
                words.get("package.choose.files.title"),
                List.of(new FilePicker.Kind(words.get("certificate.choose.any"), List.of("*"))));
        if (!picked.isEmpty()) {
            model.take(picked);
        }
    }

    @FXML
    void choose() {
        files.folder(words.get("package.choose.title")).ifPresent(model::choose);
    }

    @FXML
    void next() {
        navigation.go(Screen.SIGN);
    }

    @FXML
    void check() {
        model.check();
    }

    @FXML
    void undo() {
        model.undo();
    }

    @FXML
    void forget() {
        model.openProperty().get().shown().ifPresent(model::delete);
    }

    private void drawOpen(OpenPackages open) {
        rows.drawTabs(tabs, open);
        boolean any = open.tab().isPresent();
        show(check, any);
        show(forget, any);
        show(dropZone, !any);
        drawWaiting();
        drawFixed(model.fixed());
        drawUnsorted();
    }

    /** While a package is under work, drafts would be in its way. */
    private void drawWaiting() {
        boolean any = model.openProperty().get().tab().isPresent();
        rows.drawWaiting(
                waiting, any ? List.of() : model.news().waitingProperty().get());
    }

    /** Before a jenis is said nobody can tell what belongs together: the files are told by their names. */
    private void drawUnsorted() {
        boolean sorted = model.fields().jenisProperty().get().isPresent();
        Optional<OpenPackages.Tab> tab = model.openProperty().get().tab();
        unsorted.setText(tab.map(shown -> words.get(
                        "package.unsorted",
                        shown.files().size(),
                        shown.files().stream()
                                .map(file -> String.valueOf(file.getFileName()))
                                .collect(Collectors.joining(", "))))
                .orElse(""));
        show(unsorted, tab.isPresent() && !sorted);
    }

    private void drawBoard(Found found) {
        List<Node> cards = new ArrayList<>();
        found.slots().forEach(slot -> cards.add(SlotCard.of(slot, words, model::remove)));
        boolean sorted = model.fields().jenisProperty().get().isPresent()
                && model.openProperty().get().tab().isPresent();
        for (int i = cards.size(); sorted && i < model.choices().slots(); i++) {
            cards.add(SlotCard.empty(words, i + 1));
        }
        lay(cards);
        boxes.drawDifferences(differences);
        boxes.drawTold(told);
        Optional<PackageChoices.SpmCount> count = model.spmCount().filter(c -> c.count() > 0);
        show(spmCount, count.isPresent());
        count.ifPresent(c -> {
            spmCount.setText(words.get("package.spm", c.count(), c.limit()));
            spmCount.pseudoClassStateChanged(PseudoClass.getPseudoClass("over"), c.count() > c.limit());
        });
    }

    /** As many slots in a row as the board has, or as there is room for. */
    private void lay(List<Node> cards) {
        int room = (int) (root.getWidth() / SlotCard.WIDTH);
        int columns = Math.clamp(room, 1, model.choices().slots());
        board.getChildren().clear();
        board.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            board.getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.size(); i++) {
            board.add(cards.get(i), i % columns, i / columns);
        }
        show(board, !cards.isEmpty());
    }

    /** What the package says itself is shown but cannot be changed here. */
    private void drawFixed(Set<Detail> fixed) {
        controls().forEach((detail, control) -> {
            if (control instanceof TextField field) {
                field.setEditable(!fixed.contains(detail));
                field.setFocusTraversable(!fixed.contains(detail));
            } else {
                control.setDisable(fixed.contains(detail));
            }
        });
    }

    private Map<Detail, Control> controls() {
        return Map.of(
                Detail.JENIS,
                jenis,
                Detail.JABATAN,
                jabatan,
                Detail.SATKER,
                satker,
                Detail.KPPN,
                kppn,
                Detail.TAHUN,
                tahun,
                Detail.LOKASI,
                lokasi);
    }

    private void drawVerdict(PackageVerdict verdict) {
        next.setDisable(model.ready().isEmpty() || verdict instanceof PackageVerdict.Checking);
        Set<Detail> missing = verdict instanceof PackageVerdict.Incomplete i ? i.missing() : Set.of();
        controls().forEach((detail, control) -> control.pseudoClassStateChanged(WANTED, missing.contains(detail)));
        switch (verdict) {
            case PackageVerdict.Empty v -> notice.hide();
            case PackageVerdict.Checking v -> notice.say(Notice.Kind.INFO, words.get("package.checking"), "");
            case PackageVerdict.Asked v ->
                notice.say(Notice.Kind.WARNING, words.get("package.asked", v.questions()), "");
            case PackageVerdict.Incomplete v ->
                notice.say(Notice.Kind.WARNING, words.get("package.incomplete", names(v.missing())), "");
            case PackageVerdict.Changed v ->
                notice.say(
                        Notice.Kind.WARNING,
                        words.get("package.changed.told", v.files().size()),
                        "");
            case PackageVerdict.Differing v ->
                notice.say(Notice.Kind.WARNING, words.get("package.differing", v.open()), "");
            case PackageVerdict.Refused v -> notice.say(words.tell(v.failure()));
            case PackageVerdict.Ready v ->
                notice.say(
                        Notice.Kind.GOOD,
                        words.get(
                                "package.ready",
                                v.checked().request().contents().dokumen().size()),
                        "");
        }
    }

    private String names(Set<Detail> missing) {
        return Arrays.stream(Detail.values())
                .filter(missing::contains)
                .map(detail -> words.get("package.missing." + detail))
                .collect(Collectors.joining(", "));
    }
}
