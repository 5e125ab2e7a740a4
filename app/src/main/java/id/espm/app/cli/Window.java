package id.espm.app.cli;

/** The program's other face, of which the command line knows no more than this. */
@FunctionalInterface
public interface Window {
    /**
     * Opens the window and waits until it was closed.
     *
     * @throws UnsupportedOperationException if there is no screen
     */
    void open() throws InterruptedException;
}
