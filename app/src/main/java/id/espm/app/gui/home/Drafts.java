package id.espm.app.gui.home;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What was begun and not signed yet. */
public interface Drafts {
    /** Nothing is ever begun. */
    Drafts NONE = new Drafts() {
        @Override
        public List<Draft> list() {
            return List.of();
        }

        @Override
        public void open(Draft draft) {
            throw new IllegalArgumentException("no such draft");
        }
    };

    /**
     * One of them.
     *
     * @param id      what it is known by
     * @param title   what is in it, in a few words
     * @param changed when it was worked on last
     */
    record Draft(String id, String title, Instant changed) {}

    /** All of them, the last changed first. Called in the background. */
    List<Draft> list() throws IOException;

    /** Goes on with one. Called on the window's thread. */
    void open(Draft draft);
}
