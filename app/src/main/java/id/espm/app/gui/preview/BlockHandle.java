package id.espm.app.gui.preview;

import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The block on a page: dragged by the mouse, made larger at its corner, and both by the keyboard. */
final class BlockHandle extends Pane {
    private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
    private static final double GRIP = 14;
    private static final double MM = 72 / 25.4;

    private final ImageView picture = new ImageView();
    private final Region grip = new Region();
    private final Moves moves;
    private double scale = 1;
    private double pressedX;
    private double pressedY;
    private Rectangle2D before = Rectangle2D.EMPTY;
    private boolean free;
    private boolean moved;

    /** Hears where the block is wanted, in points from the page's upper left corner. */
    @FunctionalInterface
    interface Moves {
        void to(double left, double top, double width, double height);
    }

    /** @param name what a screen reader says of it */
    BlockHandle(String name, Moves moves) {
        this.moves = moves;
        getStyleClass().add("block-handle");
        grip.getStyleClass().add("block-grip");
        grip.setCursor(Cursor.SE_RESIZE);
        getChildren().addAll(picture, grip);
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(name);
        for (Region each : new Region[] {this, grip}) {
            each.setOnMousePressed(this::pressed);
            each.setOnMouseReleased(event -> released());
        }
        setOnMouseDragged(event -> dragged(event, false));
        grip.setOnMouseDragged(event -> dragged(event, true));
        setOnKeyPressed(this::key);
    }

    /** Puts it where it stands. */
    void place(Rectangle2D place, double unitsPerPoint, boolean mayMove) {
        scale = unitsPerPoint;
        free = mayMove;
        grip.setVisible(mayMove);
        setCursor(mayMove ? Cursor.MOVE : Cursor.DEFAULT);
        pseudoClassStateChanged(FIXED, !mayMove);
        put(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }

    void show(Image image) {
        picture.setImage(image);
    }

    private void put(double x, double y, double width, double height) {
        resizeRelocate(x, y, width, height);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        grip.resizeRelocate(width - GRIP / 2, height - GRIP / 2, GRIP, GRIP);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        before = new Rectangle2D(getLayoutX(), getLayoutY(), getWidth(), getHeight());
        moved = false;
        event.consume();
    }

    private void dragged(MouseEvent event, boolean resizing) {
        if (free) {
            moved = true;
            double x = event.getSceneX() - pressedX;
            double y = event.getSceneY() - pressedY;
            if (resizing) {
                put(
                        before.getMinX(),
                        before.getMinY(),
                        Math.max(GRIP, before.getWidth() + x),
                        Math.max(GRIP, before.getHeight() + y));
            } else {
                put(before.getMinX() + x, before.getMinY() + y, before.getWidth(), before.getHeight());
            }
        }
        event.consume();
    }

    private void released() {
        if (moved) {
            moved = false;
            tell(0, 0, 0, 0);
        }
    }

    private void tell(double right, double down, double wider, double higher) {
        moves.to(
                getLayoutX() / scale + right,
                getLayoutY() / scale + down,
                getWidth() / scale + wider,
                getHeight() / scale + higher);
    }

    /** Arrows move by a millimetre, with Ctrl by ten; with Shift they change the size. */
    private void key(KeyEvent event) {
        double step = event.isShortcutDown() ? 10 * MM : MM;
        double x = switch (event.getCode()) {
            case LEFT -> -step;
            case RIGHT -> step;
            default -> 0;
        };
        double y = switch (event.getCode()) {
            case UP -> -step;
            case DOWN -> step;
            default -> 0;
        };
        if (x == 0 && y == 0) {
            return;
        }
        if (free && event.isShiftDown()) {
            tell(0, 0, x, y);
        } else if (free) {
            tell(x, y, 0, 0);
        }
        event.consume();
    }
}
