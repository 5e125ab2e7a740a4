package id.espm.app.gui;

import id.espm.app.gui.certificate.CertificateView;
import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.failure.UnexpectedView;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.paket.PackageView;
import id.espm.app.gui.send.SendView;
import id.espm.app.gui.sign.SignState;
import id.espm.app.gui.sign.SignView;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The whole window: the steps on one screen, and what stands before them while sending or after a fault. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
final class MainView extends ScreenView {
    private final MainViewModel model;
    private final WindowContext context;
    private final List<ScreenView> parts = new ArrayList<>();
    private Optional<UnexpectedView> fault = Optional.empty();

    @FXML
    private StackPane root;

    @FXML
    private Node steps;

    @FXML
    private StackPane certificateSlot;

    @FXML
    private StackPane packageSlot;

    @FXML
    private StackPane signSlot;

    @FXML
    private StackPane curtain;

    @FXML
    private StackPane dropHint;

    @FXML
    private Notice notice;

    @FXML
    private Button language;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    MainView(MainViewModel model, WindowContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        Words words = context.words();
        fill(certificateSlot, new CertificateView(model.certificate(), words, context.files()));
        fill(packageSlot, new PackageView(model.paket(), words, context.files()));
        fill(signSlot, new SignView(model.sign(), words, context.folders(), new AfterSigning()));
        show(dropHint, false);
        show(curtain, false);
        drawTheme();
        model.setupFailure().ifPresent(failure -> notice.say(words.tell(failure)));
        draw(model.sendingProperty(), sending -> drawCurtain());
        draw(model.sign().stateProperty(), this::drawBusy);
        root.setOnDragOver(this::dragOver);
        root.setOnDragExited(event -> show(dropHint, false));
        root.setOnDragDropped(this::dragDropped);
    }

    private void fill(StackPane slot, ScreenView view) {
        parts.add(view);
        slot.getChildren().setAll(Screens.load(view, context.words()));
    }

    /** The keys that work everywhere in the window. */
    void addShortcuts() {
        root.getScene().getAccelerators().clear();
        shortcut(KeyCode.L, this::switchLanguage);
        shortcut(KeyCode.T, this::switchTheme);
        root.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.F5), () -> {
            if (!model.isBusy()) {
                model.paket().check();
            }
        });
    }

    /** Puts the cursor back on the switch that drew everything anew. */
    void focusLanguage() {
        language.requestFocus();
    }

    private void shortcut(KeyCode key, Runnable action) {
        root.getScene().getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    @FXML
    void switchLanguage() {
        context.look().language().run();
    }

    @FXML
    void switchTheme() {
        context.look().theme().run();
        drawTheme();
    }

    private void drawTheme() {
        boolean dark = context.look().isDark().getAsBoolean();
        themeIcon.setIconLiteral(dark ? "mdmz-wb_sunny" : "mdal-brightness_3");
        theme.setAccessibleText(context.words().get(dark ? "main.theme.light" : "main.theme.dark"));
        theme.getTooltip().setText(context.words().get(dark ? "main.theme.light" : "main.theme.dark"));
    }

    /** While signing goes on nothing of what is signed may be changed. */
    private void drawBusy(SignState state) {
        boolean signing = state instanceof SignState.Signing;
        certificateSlot.setDisable(signing);
        packageSlot.setDisable(signing);
    }

    private void drawCurtain() {
        closeLast();
        if (fault.isPresent()) {
            UnexpectedView view = fault.get();
            drawBefore(view);
            view.focus();
        } else if (model.sendingProperty().get()) {
            SendView view = new SendView(model.send(), context.words(), model::endSending);
            drawBefore(view);
            view.focus();
        }
    }

    private void drawBefore(ScreenView view) {
        parts.add(view);
        Parent content = Screens.load(view, context.words());
        curtain.getChildren().setAll(content);
        show(curtain, true);
        steps.setDisable(true);
    }

    private void closeLast() {
        parts.removeIf(part -> {
            boolean before = part instanceof SendView || part instanceof UnexpectedView;
            if (before) {
                part.close();
            }
            return before;
        });
        curtain.getChildren().clear();
        show(curtain, false);
        steps.setDisable(false);
    }

    /** Tells a fault of the program. */
    void tell(UnexpectedFailure failure) {
        fault = Optional.of(new UnexpectedView(failure, context.words(), () -> {
            fault = Optional.empty();
            drawCurtain();
        }));
        drawCurtain();
    }

    private void dragOver(DragEvent event) {
        if (mayDrop(event)) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK, TransferMode.MOVE);
            show(dropHint, true);
        }
        event.consume();
    }

    private boolean mayDrop(DragEvent event) {
        return event.getDragboard().hasFiles() && !model.isBusy() && !curtain.isVisible();
    }

    private void dragDropped(DragEvent event) {
        show(dropHint, false);
        boolean taken = mayDrop(event);
        if (taken) {
            boolean understood = model.drop(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            if (understood) {
                notice.hide();
            } else {
                notice.say(
                        Notice.Kind.WARNING,
                        context.words().get("main.drop.unknown"),
                        context.words().get("main.drop.unknown.next"));
            }
        }
        event.setDropCompleted(taken);
        event.consume();
    }

    @Override
    public void close() {
        super.close();
        parts.forEach(ScreenView::close);
        parts.clear();
    }

    private final class AfterSigning implements SignView.Next {
        @Override
        public boolean isSubmitted() {
            return model.paket().isSubmitted();
        }

        @Override
        public void send() {
            model.beginSending();
        }

        @Override
        public void nextPackage() {
            model.nextPackage();
        }
    }
}
