package id.espm.app.gui;

import id.espm.app.settings.WindowMemory.Place;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window back where it stood, as far as it can still be seen there. */
final class StagePlace {
    /** So much of it must lie on a screen that the mouse can take hold of it. */
    private static final double VISIBLE = 100;

    private StagePlace() {}

    static Place of(Stage stage) {
        return new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    static void restore(Stage stage, Place place) {
        Rectangle2D handle = new Rectangle2D(place.x(), place.y(), Math.max(VISIBLE, place.width()), VISIBLE);
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D bounds = screen.getVisualBounds();
            if (bounds.intersects(handle) && place.y() >= bounds.getMinY()) {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(Math.min(place.width(), bounds.getWidth()));
                stage.setHeight(Math.min(place.height(), bounds.getHeight()));
                stage.setMaximized(place.maximized());
                return;
            }
        }
    }
}
