package id.espm.app.cli.call;

import java.util.Optional;

/** Asks a person at the terminal. */
public interface Prompt {
    /** Whether somebody is there who could answer. */
    boolean interactive();

    /**
     * Asks for something that must not be seen.
     *
     * @return empty if nobody answers; wiping the characters is up to the caller
     */
    Optional<char[]> unseen(String question);

    /** Asks for a line. */
    Optional<String> line(String question);

    /** Whether an answer is being waited for right now. */
    boolean asking();

    /** The process's own terminal. */
    static Prompt system() {
        return new SystemPrompt();
    }
}
