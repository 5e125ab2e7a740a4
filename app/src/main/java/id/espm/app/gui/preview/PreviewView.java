package id.espm.app.gui.preview;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PageMark;
import id.espm.app.gui.page.PagesState;
import id.espm.app.gui.page.PagesView;
import id.espm.app.gui.preview.PlaceChoice.AtText;
import id.espm.app.gui.preview.PlaceChoice.Dragged;
import id.espm.app.gui.preview.PlaceChoice.Hidden;
import id.espm.app.gui.preview.PlaceChoice.InCorner;
import id.espm.app.gui.preview.PlaceChoice.InField;
import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.SigningPlaces.EmptyField;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.PageSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/** Shows the PDFs of the package, and lets the visible signature be put where it belongs. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PreviewView extends ScreenView {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final PreviewViewModel model;
    private final BlockViewModel block;
    private final Words words;
    private final FilePicker picker;
    private final Navigation navigation;
    private final PagesView pagesView;
    private final TemplatesView templates;
    private final BlockOverlay overlay;
    private boolean drawing;

    @FXML
    private Node root;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private ListView<PreviewDocument> documents;

    @FXML
    private Pane pagesSlot;

    @FXML
    private Pane templatesSlot;

    @FXML
    private ComboBox<PlaceChoice> place;

    @FXML
    private ComboBox<PageSelection> on;

    @FXML
    private CheckBox qr;

    @FXML
    private Button picture;

    @FXML
    private Button noPicture;

    @FXML
    private CheckBox sameSize;

    @FXML
    private Node lookBox;

    @FXML
    private Button undo;

    @FXML
    private Notice notice;

    @FXML
    private Notice signer;

    public PreviewView(PreviewModels models, WindowContext context) {
        this.model = models.preview();
        this.block = models.block();
        this.words = context.words();
        this.picker = context.files();
        this.navigation = context.navigation();
        this.pagesView = new PagesView(model.pages(), words, words.get("preview.no-pages"));
        this.templates = new TemplatesView(models.templates(), model, words);
        this.overlay = new BlockOverlay(model, words);
    }

    @FXML
    void initialize() {
        fill(pagesSlot, pagesView, words);
        fill(templatesSlot, templates, words);
        pagesView.setOverlay(overlay);
        documents.setCellFactory(list -> new DocumentCell(model, words));
        documents.setItems(model.documents());
        ListChangeListener<PreviewDocument> changed = change -> drawDocuments();
        model.documents().addListener(changed);
        keep((Subscription) () -> model.documents().removeListener(changed));
        keep(documents.getSelectionModel().selectedItemProperty().subscribe(this::chosen));
        ChoiceCells.setUp(place, this::say);
        ChoiceCells.setUp(on, this::say);
        sameSize.selectedProperty().bindBidirectional(model.sameSizeProperty());
        keep((Subscription) () -> sameSize.selectedProperty().unbindBidirectional(model.sameSizeProperty()));
        block.placeholderProperty()
                .set(new BlockViewModel.Placeholder(
                        words.get("preview.placeholder.nama"), words.get("preview.placeholder.penerbit")));
        undo.disableProperty().bind(model.undoableProperty().not());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                model.undo();
                event.consume();
            }
        });
        drawDocuments();
        draw(model.selectedProperty(), now -> {
            overlay.forget();
            drawSelected();
        });
        draw(model.appearancesProperty(), now -> drawLook());
        draw(model.standingProperty(), now -> drawStanding());
        draw(model.failureProperty(), now -> drawNotice());
        draw(model.pages().stateProperty(), this::drawFields);
        draw(model.pages().pageProperty(), now -> drawLook());
        draw(block.pictureProperty(), now -> {
            overlay.show(now);
            drawSigner();
        });
    }

    @Override
    public boolean scrollsItself() {
        return true;
    }

    @Override
    public void shown() {
        documents.requestFocus();
    }

    private void drawDocuments() {
        show(content, !model.documents().isEmpty());
        show(empty, model.documents().isEmpty());
    }

    private void chosen(PreviewDocument document) {
        if (!drawing && document != null) {
            model.selectedProperty().set(Optional.of(document));
        }
    }

    private void drawSelected() {
        drawing = true;
        model.selectedProperty()
                .get()
                .ifPresentOrElse(
                        document -> documents.getSelectionModel().select(document),
                        () -> documents.getSelectionModel().clearSelection());
        drawing = false;
        drawLook();
        drawStanding();
    }

    /** Shows what is chosen, without choosing it again. */
    private void drawLook() {
        drawing = true;
        PdfAppearance appearance = model.appearance();
        List<PlaceChoice> offered = model.selectedProperty()
                .get()
                .map(document -> PlaceChoice.offered(document, appearance))
                .orElse(List.of(new Hidden()));
        place.getItems().setAll(offered);
        place.setValue(PlaceChoice.of(appearance));
        VisibleSignature visible = model.visible();
        boolean inField = appearance.field().isPresent();
        on.getItems().setAll(pagesOffered(visible.template().pages()));
        on.setValue(visible.template().pages());
        on.setDisable(inField);
        qr.setSelected(visible.template().qr());
        qr.setDisable(visible.template().isQrAlone());
        show(noPicture, visible.picture().isPresent());
        picture.setText(words.get(visible.picture().isPresent() ? "preview.picture.other" : "preview.picture"));
        lookBox.setDisable(appearance.visible().isEmpty());
        documents.refresh();
        drawing = false;
    }

    private List<PageSelection> pagesOffered(PageSelection now) {
        int looking = model.pages().pageProperty().get() + 1;
        List<PageSelection> offered = new ArrayList<>(List.of(PageSelection.FIRST, PageSelection.LAST));
        if (model.selectedProperty()
                .get()
                .flatMap(PreviewDocument::places)
                .filter(p -> p.severalPages())
                .isPresent()) {
            offered.add(PageSelection.ALL);
        }
        PageSelection here = PageSelection.parse(String.valueOf(looking));
        for (PageSelection each : List.of(here, now)) {
            if (!offered.contains(each)) {
                offered.add(each);
            }
        }
        return offered;
    }

    private void drawStanding() {
        pagesView.layOverlays();
        drawNotice();
        drawSigner();
    }

    private void drawNotice() {
        Optional<PreviewDocument> document = model.selectedProperty().get();
        model.failureProperty()
                .get()
                .or(() -> model.standingProperty().get().failure())
                .or(() -> document.flatMap(PreviewDocument::failure))
                .ifPresentOrElse(failure -> notice.say(words.tell(failure)), () -> drawUnseen(document));
    }

    /** Told before anybody tries: in such a document no signature can be seen. */
    private void drawUnseen(Optional<PreviewDocument> document) {
        if (document.filter(each -> !each.mayBeSeen()).isPresent()) {
            notice.say(Notice.Kind.WARNING, words.get("preview.unseen"), words.get("preview.unseen.next"));
        } else {
            notice.hide();
        }
    }

    private void drawSigner() {
        boolean unknown = !model.standingProperty().get().areas().isEmpty() && !block.isSignerKnown();
        if (unknown) {
            signer.say(Notice.Kind.INFO, words.get("preview.signer-unknown"), "");
        } else {
            signer.hide();
        }
    }

    private void drawFields(PagesState state) {
        if (state instanceof PagesState.Shown) {
            List<EmptyField> fields = model.selectedProperty()
                    .get()
                    .flatMap(PreviewDocument::places)
                    .map(places -> places.fields())
                    .orElse(List.of());
            model.pages()
                    .marks()
                    .setAll(fields.stream()
                            .flatMap(field -> field.area().stream()
                                    .map(area -> new PageMark(
                                            area, PageMark.Kind.FIELD, words.get("preview.field-here", field.name()))))
                            .toList());
            model.standingProperty().get().areas().stream()
                    .findFirst()
                    .ifPresent(area -> model.pages().go(area.page()));
        }
    }

    private String say(PlaceChoice choice) {
        return switch (choice) {
            case Hidden c -> words.get("preview.place.hidden");
            case InCorner c -> words.get("preview.corner." + c.corner());
            case Dragged c -> words.get("preview.place.dragged");
            case AtText c -> words.get("preview.place.text", c.text());
            case InField c -> words.get("preview.place.field", c.name());
        };
    }

    private String say(PageSelection selection) {
        if (selection.equals(PageSelection.FIRST)) {
            return words.get("preview.pages.first");
        }
        if (selection.equals(PageSelection.LAST)) {
            return words.get("preview.pages.last");
        }
        return selection.equals(PageSelection.ALL)
                ? words.get("preview.pages.all")
                : words.get("preview.pages.some", selection.text());
    }

    @FXML
    void choosePlace() {
        if (!drawing && place.getValue() != null) {
            switch (place.getValue()) {
                case Hidden c -> model.hide();
                case InCorner c -> model.corner(c.corner());
                case InField c -> model.field(c.name());
                case Dragged c -> model.template(template -> template);
                case AtText c -> model.template(template -> template);
            }
            model.standingProperty().get().areas().stream()
                    .findFirst()
                    .ifPresent(area -> model.pages().go(area.page()));
        }
    }

    @FXML
    void choosePages() {
        if (!drawing && on.getValue() != null) {
            model.pages(on.getValue());
        }
    }

    @FXML
    void chooseQr() {
        if (!drawing) {
            boolean wanted = qr.isSelected();
            model.content(template -> template.withQr(wanted));
        }
    }

    @FXML
    void choosePicture() {
        picker
                .files(
                        words.get("preview.picture.title"),
                        List.of(new FilePicker.Kind(
                                words.get("preview.picture.kind"),
                                List.of("*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG"))))
                .stream()
                .findFirst()
                .ifPresent(file -> model.picture(Optional.of(file)));
    }

    @FXML
    void removePicture() {
        model.picture(Optional.empty());
    }

    @FXML
    void undo() {
        model.undo();
    }

    @FXML
    void goToPackage() {
        navigation.go(Screen.PACKAGE);
    }

    @FXML
    void goToSign() {
        navigation.go(Screen.SIGN);
    }
}
