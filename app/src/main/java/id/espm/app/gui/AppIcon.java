package id.espm.app.gui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon; the system takes the size that it needs. */
final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private AppIcon() {}

    static void addTo(Stage stage) {
        for (int size : SIZES) {
            stage.getIcons().add(image(size));
        }
    }

    private static Image image(int size) {
        try (InputStream in = Objects.requireNonNull(AppIcon.class.getResourceAsStream("icon/" + size + ".png"))) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the icon is part of the program", e);
        }
    }
}
