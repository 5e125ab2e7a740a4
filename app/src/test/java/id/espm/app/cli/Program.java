package id.espm.app.cli;

import id.espm.app.cli.call.Prompt;
import id.espm.app.cli.call.Terminal;
import id.espm.app.settings.SettingsFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The program as a script calls it, in this process: what it printed where, and how it ended. */
final class Program {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private Clock clock = Clock.systemUTC();
    private byte[] stdin = new byte[0];
    private boolean interactive;
    private Supplier<String> answers = typed::poll;

    /** @param home an empty folder, which becomes the user's home */
    Program(Path home) {
        this.home = home;
        environment.put("ESPM_HOME", home.resolve("espm-signer").toString());
    }

    /** What a call came to. */
    record Result(int exit, String out, String err) {
        /** All that it printed. */
        String all() {
            return out + err;
        }
    }

    Program clock(Clock value) {
        clock = value;
        return this;
    }

    Program variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Program stdin(String value) {
        stdin = value.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Somebody sits at the terminal and types these answers. */
    Program typing(String... answers) {
        interactive = true;
        typed.addAll(List.of(answers));
        return this;
    }

    /** Somebody sits at the terminal who has to look the answers up first. */
    Program answering(Supplier<String> source) {
        interactive = true;
        answers = source;
        return this;
    }

    Path settings() {
        return home.resolve("espm-signer");
    }

    Result run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(stdin),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Typist());
        int exit = app(terminal).run(flat(args));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The command line without a call. */
    CommandLine commandLine() {
        return app(Terminal.system()).model();
    }

    private CommandLineApp app(Terminal terminal) {
        return new CommandLineApp(terminal, new SettingsFolder.Platform(environment, "Linux", home), clock, opening -> {
            throw new UnsupportedOperationException("no screen");
        });
    }

    /** Arguments may come in lists, and in whole calls. */
    private static String[] flat(Object... args) {
        List<String> flat = new ArrayList<>();
        for (Object arg : args) {
            if (arg instanceof Collection<?> several) {
                several.forEach(one -> flat.add(one.toString()));
            } else if (arg instanceof Object[] several) {
                flat.addAll(List.of(flat(several)));
            } else {
                flat.add(arg.toString());
            }
        }
        return flat.toArray(String[]::new);
    }

    private final class Typist implements Prompt {
        @Override
        public boolean interactive() {
            return interactive;
        }

        @Override
        public boolean asking() {
            return false;
        }

        @Override
        public Optional<char[]> unseen(String question) {
            return Optional.ofNullable(answers.get()).map(String::toCharArray);
        }

        @Override
        public Optional<String> line(String question) {
            return Optional.ofNullable(answers.get());
        }
    }
}
