package id.espm.app.cli.call;

import java.io.Console;
import java.util.Optional;

/** The process's own terminal, if standard input and output are one. */
final class SystemPrompt implements Prompt {
    @Override
    public boolean interactive() {
        return console().isPresent();
    }

    @Override
    public Optional<char[]> unseen(String question) {
        return console().flatMap(console -> Optional.ofNullable(console.readPassword("%s", question)));
    }

    @Override
    public Optional<String> line(String question) {
        return console().flatMap(console -> Optional.ofNullable(console.readLine("%s", question)));
    }

    /** Java gives a console for redirected streams too; nobody would see its question. */
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
