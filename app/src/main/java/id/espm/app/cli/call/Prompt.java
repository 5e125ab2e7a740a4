package id.espm.app.cli.call;

import java.io.Console;
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

    /** The process's own terminal. */
    static Prompt system() {
        return new Prompt() {
            @Override
            public boolean interactive() {
                Console console = System.console();
                return console != null && console.isTerminal();
            }

            @Override
            public Optional<char[]> unseen(String question) {
                return interactive()
                        ? Optional.ofNullable(System.console().readPassword("%s", question))
                        : Optional.empty();
            }

            @Override
            public Optional<String> line(String question) {
                return interactive() ? Optional.ofNullable(System.console().readLine("%s", question)) : Optional.empty();
            }
        };
    }
}
