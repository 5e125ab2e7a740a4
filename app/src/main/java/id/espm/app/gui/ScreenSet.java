package id.espm.app.gui;

import id.espm.app.gui.certificate.CertificateView;
import id.espm.app.gui.cosign.CosignState;
import id.espm.app.gui.cosign.CosignView;
import id.espm.app.gui.history.HistoryView;
import id.espm.app.gui.home.HomeView;
import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.paket.PackageView;
import id.espm.app.gui.preview.PreviewView;
import id.espm.app.gui.send.SendView;
import id.espm.app.gui.settings.SettingsView;
import id.espm.app.gui.sign.SignView;
import id.espm.app.gui.update.UpdateView;
import id.espm.app.gui.verify.VerifyView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every screen of the window in one language; each is made when it is first asked for. */
final class ScreenSet implements AutoCloseable {
    private final WindowContext context;
    private final Map<Screen, Supplier<ScreenView>> known = new EnumMap<>(Screen.class);
    private final Map<Screen, Loaded> loaded = new EnumMap<>(Screen.class);

    /** @param browser shows pages of the web */
    ScreenSet(MainViewModel model, WindowContext context, Browser browser) {
        this.context = context;
        known.put(Screen.HOME, () -> new HomeView(model.home(), context, model));
        known.put(Screen.PACKAGE, () -> new PackageView(model.paket(), context));
        known.put(Screen.PREVIEW, () -> new PreviewView(model.preview(), context));
        known.put(Screen.SIGN, () -> sign(model, context));
        known.put(Screen.SEND, () -> new SendView(model.sending(), context));
        known.put(Screen.HISTORY, () -> new HistoryView(model.history(), context, model::verifyAgain));
        known.put(Screen.VERIFY, () -> new VerifyView(model.verify(), context));
        known.put(Screen.CERTIFICATE, () -> new CertificateView(model.certificate(), model.recall(), context));
        known.put(Screen.SETTINGS, () -> settings(model, context, browser));
    }

    private static SettingsView settings(MainViewModel model, WindowContext context, Browser browser) {
        UpdateView updates = new UpdateView(model.updates(), context.words(), browser);
        return new SettingsView(model.setup(), model.practice(), updates, context);
    }

    /**
     * A screen that was made.
     *
     * @param node what stands in the window
     */
    record Loaded(ScreenView view, Node node) {}

    private static SignView sign(MainViewModel model, WindowContext context) {
        SignView.Other cosign = new SignView.Other(
                new CosignView(model.cosign(), model.operator(), context, model::sendBundle),
                model.cosign().stateProperty().map(state -> !(state instanceof CosignState.None)));
        return new SignView(model.sign(), model.operator(), context, model, cosign);
    }

    /** All that there are, in the rail's order. */
    Set<Screen> screens() {
        return known.keySet();
    }

    Loaded get(Screen screen) {
        return loaded.computeIfAbsent(screen, this::load);
    }

    /** Every view anew, such as to see that all can be loaded. */
    Stream<ScreenView> views() {
        return known.values().stream().map(Supplier::get);
    }

    private Loaded load(Screen screen) {
        Supplier<ScreenView> making = known.get(screen);
        if (making == null) {
            throw new IllegalArgumentException("no screen " + screen);
        }
        ScreenView view = making.get();
        Node content = Screens.load(view, context.words());
        if (view.scrollsItself()) {
            return new Loaded(view, content);
        }
        VBox padded = new VBox(content);
        padded.getStyleClass().add("screen");
        VBox.setVgrow(content, Priority.SOMETIMES);
        ScrollPane scroll = new ScrollPane(padded);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "screen-scroll");
        return new Loaded(view, scroll);
    }

    @Override
    public void close() {
        loaded.values().forEach(each -> each.view().close());
        loaded.clear();
    }
}
