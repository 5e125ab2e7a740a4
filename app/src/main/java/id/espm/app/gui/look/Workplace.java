package id.espm.app.gui.look;

/** One set of services over one settings folder (ADR-0019). */
public interface Workplace {
    /** Opens everything anew, such as after settings were changed; drafts and the outbox bring back what was begun. */
    void reopen();

    /** Takes another language and theme at once. */
    void look(Look look);

    /** What is shown now. */
    Look look();

    /**
     * How the window looks and speaks.
     *
     * @param english instead of Indonesian
     * @param theme   as it was chosen
     */
    record Look(boolean english, ThemeChoice theme) {}
}
