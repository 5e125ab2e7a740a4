package id.espm.app.gui.ask;

/** What the window asks before it goes on. */
public enum Question {
    /** To close the window while packages are signed. */
    CLOSE_SIGNING,
    /** To close the window while bundles are sent. */
    CLOSE_SENDING
}
