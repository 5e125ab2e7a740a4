package id.espm.app.gui.work;

/** Work that goes on in the background. */
@FunctionalInterface
public interface Running {
    /** Nothing goes on. */
    Running NOTHING = () -> {};

    /** Asks it to stop, by an interrupt; its run's handlers tell when it has. */
    void cancel();
}
