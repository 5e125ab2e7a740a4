package id.espm.app.gui.verify;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PageMark;
import id.espm.app.gui.page.PagesState;
import id.espm.app.gui.page.PagesView;
import id.espm.app.gui.verify.VerifyState.Cancelled;
import id.espm.app.gui.verify.VerifyState.Failed;
import id.espm.app.gui.verify.VerifyState.Idle;
import id.espm.app.gui.verify.VerifyState.Judging;
import id.espm.app.gui.verify.VerifyState.NothingFound;
import id.espm.app.gui.verify.VerifyState.Saved;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.PageGeometry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Says of signed files in one line whether they hold, then why, and shows their pages. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class VerifyView extends ScreenView {
    private final VerifyViewModel model;
    private final Words words;
    private final FilePicker picker;
    private final ReportPane reports;
    private boolean selecting;

    @FXML
    private Button choose;

    @FXML
    private CheckBox online;

    @FXML
    private Button again;

    @FXML
    private MenuButton save;

    @FXML
    private Button clear;

    @FXML
    private Node progressBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressText;

    @FXML
    private Button cancel;

    @FXML
    private Notice notice;

    @FXML
    private Node results;

    @FXML
    private Node dropZone;

    @FXML
    private TreeView<VerifyItem> files;

    @FXML
    private ScrollPane reportScroll;

    @FXML
    private VBox report;

    @FXML
    private Pane pagesSlot;

    public VerifyView(VerifyViewModel model, WindowContext context) {
        this.model = model;
        this.words = context.words();
        this.picker = context.files();
        this.reports = new ReportPane(words);
    }

    @FXML
    void initialize() {
        fill(pagesSlot, new PagesView(model.pages(), words, words.get("verify.no-pages")), words);
        files.setCellFactory(tree -> new VerifyCell(words));
        files.setShowRoot(false);
        files.setRoot(new TreeItem<>());
        keep(files.getSelectionModel().selectedItemProperty().subscribe(this::chosen));
        ListChangeListener<VerifiedFile> changed = change -> drawFiles();
        model.files().addListener(changed);
        keep(() -> model.files().removeListener(changed));
        online.selectedProperty().bindBidirectional(model.onlineProperty());
        keep((Subscription) () -> online.selectedProperty().unbindBidirectional(model.onlineProperty()));
        drawFiles();
        draw(model.selectedProperty(), this::drawSelected);
        draw(model.stateProperty(), this::drawState);
        draw(model.pages().stateProperty(), this::drawMarks);
    }

    @Override
    public boolean scrollsItself() {
        return true;
    }

    @Override
    public void shown() {
        if (model.files().isEmpty()) {
            choose.requestFocus();
        } else {
            files.requestFocus();
        }
    }

    private void drawFiles() {
        boolean any = !model.files().isEmpty();
        show(results, any);
        show(dropZone, !any);
        selecting = true;
        List<TreeItem<VerifyItem>> items =
                model.files().stream().map(file -> node(VerifyItem.of(file))).toList();
        files.getRoot().getChildren().setAll(items);
        selecting = false;
        drawSelected(model.selectedProperty().get());
    }

    private static TreeItem<VerifyItem> node(VerifyItem item) {
        TreeItem<VerifyItem> node = new TreeItem<>(item);
        item.inside().forEach(inside -> node.getChildren().add(new TreeItem<>(inside)));
        node.setExpanded(true);
        return node;
    }

    private void chosen(TreeItem<VerifyItem> item) {
        if (!selecting && item != null && item.getValue() != null) {
            model.selectedProperty().set(Optional.of(item.getValue()));
        }
    }

    private void drawSelected(Optional<VerifyItem> item) {
        selecting = true;
        item.flatMap(this::find)
                .ifPresentOrElse(
                        node -> files.getSelectionModel().select(node),
                        () -> files.getSelectionModel().clearSelection());
        selecting = false;
        again.setDisable(item.isEmpty());
        save.setDisable(item.isEmpty());
        clear.setDisable(model.files().isEmpty());
        report.getChildren().setAll(item.map(reports::nodes).orElse(List.of()));
        reportScroll.setVvalue(0);
    }

    private Optional<TreeItem<VerifyItem>> find(VerifyItem wanted) {
        for (TreeItem<VerifyItem> file : files.getRoot().getChildren()) {
            if (file.getValue().equals(wanted)) {
                return Optional.of(file);
            }
            Optional<TreeItem<VerifyItem>> inside = file.getChildren().stream()
                    .filter(each -> each.getValue().equals(wanted))
                    .findFirst();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private void drawState(VerifyState state) {
        boolean judging = state instanceof Judging;
        show(progressBox, judging);
        notice.hide();
        switch (state) {
            case Idle s -> {}
            case Judging s -> progress(s);
            case Cancelled s -> notice.say(Notice.Kind.INFO, words.get("verify.cancelled"), "");
            case NothingFound s ->
                notice.say(Notice.Kind.WARNING, words.get("verify.nothing"), words.get("verify.nothing.next"));
            case Failed s -> notice.say(words.tell(s.failure()));
            case Saved s ->
                notice.say(
                        Notice.Kind.GOOD, words.get("verify.saved", s.report().toString()), "");
        }
    }

    private void progress(Judging judging) {
        progress.setProgress(
                judging.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) judging.done() / judging.total());
        progressText.setText(
                judging.cancelling()
                        ? words.get("verify.cancelling")
                        : words.get("verify.progress", judging.done(), judging.total()));
        cancel.setDisable(judging.cancelling());
    }

    /** Points out the pages that changed, and goes to the first of them. */
    private void drawMarks(PagesState state) {
        if (!(state instanceof PagesState.Shown shown)) {
            return;
        }
        List<Integer> changed = model.selectedProperty().get().map(VerifyItem::changedPages).orElse(List.of()).stream()
                .filter(page -> page < shown.pages().size())
                .toList();
        model.pages()
                .marks()
                .setAll(changed.stream()
                        .map(page -> mark(shown.pages().get(page)))
                        .toList());
        changed.stream().findFirst().ifPresent(model.pages()::go);
    }

    private PageMark mark(PageGeometry page) {
        PageArea whole = new PageArea(page.index(), page.left(), page.bottom(), page.right(), page.top());
        return new PageMark(whole, PageMark.Kind.CHANGED, words.get("verify.page-changed", page.index() + 1));
    }

    @FXML
    void choose() {
        List<Path> chosen = picker.files(
                words.get("verify.choose.title"),
                List.of(
                        new FilePicker.Kind(
                                words.get("verify.kind.signed"),
                                List.of("*.pdf", "*.asice", "*.p7m", "*.p7s", "*.asics", "*.sce", "*.scs", "*.PDF")),
                        new FilePicker.Kind(words.get("certificate.choose.any"), List.of("*"))));
        if (!chosen.isEmpty()) {
            model.verify(chosen);
        }
    }

    @FXML
    void chooseFolder() {
        picker.folder(words.get("verify.folder.title")).ifPresent(folder -> model.verify(List.of(folder)));
    }

    @FXML
    void again() {
        model.again();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void clear() {
        model.clear();
    }

    @FXML
    void savePdf() {
        save("pdf", words.get("verify.kind.pdf"));
    }

    @FXML
    void saveJson() {
        save("json", words.get("verify.kind.json"));
    }

    private void save(String ending, String kind) {
        Optional<VerifyItem> item = model.selectedProperty().get();
        if (item.isPresent()) {
            String name = words.get("verify.report-name", item.get().file().name()) + "." + ending;
            picker.save(words.get("verify.save.title"), name, new FilePicker.Kind(kind, List.of("*." + ending)))
                    .ifPresent(target -> model.save(target, words.shared()));
        }
    }
}
