package id.espm.app.gui.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views from the FXML files that bear their names. */
public final class Screens {
    private Screens() {}

    /**
     * Loads the FXML beside a view's class, with the view as its controller.
     *
     * @throws IllegalStateException if the program does not hold it
     */
    public static Parent load(ScreenView view, Words words) {
        Class<?> type = view.getClass();
        URL fxml = type.getResource(type.getSimpleName() + ".fxml");
        if (fxml == null) {
            throw new IllegalStateException("no FXML for " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(fxml, words.bundle());
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
