package id.espm.app.cli.call;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's own terminal, if standard input and output are one. */
final class SystemPrompt implements Prompt {
    private volatile boolean asking;

    @Override
    public boolean interactive() {
        return console().isPresent();
    }

    @Override
    public Optional<char[]> unseen(String question) {
        return console().flatMap(console -> whileAsking(() -> console.readPassword("%s", question)));
    }

    @Override
    public Optional<String> line(String question) {
        return console().flatMap(console -> whileAsking(() -> console.readLine("%s", question)));
    }

    @Override
    public boolean asking() {
        return asking;
    }

    /** A console gives null when nobody answers. */
    private interface Question<T> {
        @Nullable
        T ask();
    }

    private <T> Optional<T> whileAsking(Question<T> question) {
        asking = true;
        try {
            return Optional.ofNullable(question.ask());
        } finally {
            asking = false;
        }
    }

    /** Java gives a console for redirected streams too; nobody would see its question. */
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
