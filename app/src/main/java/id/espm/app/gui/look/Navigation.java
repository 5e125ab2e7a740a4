package id.espm.app.gui.look;

/** The way from one screen to another. */
@FunctionalInterface
public interface Navigation {
    /** Shows a screen; what was begun elsewhere goes on. */
    void go(Screen screen);
}
