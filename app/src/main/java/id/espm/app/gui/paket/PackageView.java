package id.espm.app.gui.paket;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import java.nio.file.Path;
import java.util.Arrays;
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
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Shows the package, its documents and what the rules say. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PackageView extends ScreenView {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    private final PackageViewModel model;
    private final Words words;
    private final FilePicker files;
    private final Navigation navigation;

    @FXML
    private Label folderName;

    @FXML
    private Label spmCount;

    @FXML
    private Button check;

    @FXML
    private Node fields;

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
    private TableView<DocumentRow> documents;

    @FXML
    private Node dropZone;

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
    }

    @FXML
    void initialize() {
        jenis.getItems().setAll(Jenis.values());
        jenis.setConverter(new TextOnly<>(words::of));
        jabatan.getItems().setAll(Jabatan.values());
        jabatan.setConverter(new TextOnly<>(words::of));
        jabatan.setCellFactory(list -> new JabatanCell(words, model::jabatanChoices));
        jenis.setButtonCell(new ShortCell<>(words::brief));
        jabatan.setButtonCell(new ShortCell<>(words::brief));
        new DocumentTable(words).setUp(documents);
        documents.setItems(model.documents());
        bind(satker, model.fields().satkerProperty());
        bind(kppn, model.fields().kppnProperty());
        bind(tahun, model.fields().tahunProperty());
        bind(lokasi, model.fields().lokasiProperty());
        draw(model.fields().jenisProperty(), value -> select(jenis, value));
        draw(model.fields().jabatanProperty(), value -> select(jabatan, value));
        jenis.valueProperty()
                .subscribe(value -> chosen(() -> model.fields().jenisProperty().set(Optional.ofNullable(value))));
        jabatan.valueProperty()
                .subscribe(
                        value -> chosen(() -> model.fields().jabatanProperty().set(Optional.ofNullable(value))));
        draw(model.folderProperty(), this::drawFolder);
        draw(model.fixedProperty(), this::drawFixed);
        draw(model.spmCountProperty(), this::drawCount);
        draw(model.verdictProperty(), this::drawVerdict);
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

    private void drawFolder(Optional<Path> folder) {
        folderName.setText(folder.map(Path::toString).orElse(""));
        show(fields, folder.isPresent());
        show(documents, folder.isPresent());
        show(check, folder.isPresent());
        show(dropZone, folder.isEmpty());
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

    private void drawCount(Optional<PackageViewModel.SpmCount> count) {
        show(spmCount, count.isPresent());
        count.ifPresent(c -> {
            spmCount.setText(words.get("package.spm", c.count(), c.limit()));
            spmCount.pseudoClassStateChanged(PseudoClass.getPseudoClass("over"), c.count() > c.limit());
        });
    }

    private void drawVerdict(PackageVerdict verdict) {
        next.setDisable(!(verdict instanceof PackageVerdict.Ready));
        Set<Detail> missing = verdict instanceof PackageVerdict.Incomplete i ? i.missing() : Set.of();
        controls().forEach((detail, control) -> control.pseudoClassStateChanged(WANTED, missing.contains(detail)));
        switch (verdict) {
            case PackageVerdict.Empty v -> notice.hide();
            case PackageVerdict.Checking v -> notice.say(Notice.Kind.INFO, words.get("package.checking"), "");
            case PackageVerdict.Incomplete v ->
                notice.say(Notice.Kind.WARNING, words.get("package.incomplete", names(v.missing())), "");
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
