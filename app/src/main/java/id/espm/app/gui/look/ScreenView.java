package id.espm.app.gui.look;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/** The controller of an FXML file of the same name. It lives as long as its language is shown; its ViewModel lives on. */
public abstract class ScreenView implements AutoCloseable {
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Draws a value now and whenever it changes, until this view is closed. */
    protected final <T> void draw(ObservableValue<T> value, Consumer<? super T> drawing) {
        subscriptions.add(value.subscribe(drawing));
    }

    /** Keeps something that ends with this view. */
    protected final void keep(Subscription subscription) {
        subscriptions.add(subscription);
    }

    /** Puts a part of the screen into its place; it ends with this view. */
    protected final void fill(Pane slot, ScreenView part, Words words) {
        slot.getChildren().setAll(Screens.load(part, words));
        subscriptions.add(part::close);
    }

    /** Called each time the screen comes to the front, once it is in the window: puts the cursor where one goes on. */
    public void shown() {}

    /** Whether the screen brings scroll bars of its own; the others are scrolled whole where the window is small. */
    public boolean scrollsItself() {
        return false;
    }

    /** Shows a node, or takes it away together with its room. */
    protected static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Lets go of the ViewModel. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
