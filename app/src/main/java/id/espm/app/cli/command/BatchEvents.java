package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.EventJson;
import id.espm.app.signing.BatchItem;
import id.espm.app.text.ProblemText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells programs what happens as it happens, one JSON object a line: on standard output, or on standard error where standard
 * output is for the document of {@code --json}.
 */
final class BatchEvents {
    private final Optional<PrintStream> out;
    private final boolean onOutput;
    private final ProblemText problems;
    /** Packages of which the last word was said. */
    private final Set<Told> told = ConcurrentHashMap.newKeySet();

    private record Told(Path source, int part) {
        static Told of(BatchItem item) {
            return new Told(item.source(), item.part());
        }
    }

    private BatchEvents(Optional<PrintStream> out, boolean onOutput, ProblemText problems) {
        this.out = out;
        this.onOutput = onOutput;
        this.problems = problems;
    }

    /** Tells nothing. */
    static BatchEvents none(CommandContext context) {
        return new BatchEvents(Optional.empty(), false, context.jsonTexts().problems());
    }

    /** Tells everything. */
    static BatchEvents of(CommandContext context) {
        boolean onOutput = !context.json().asked();
        PrintStream out =
                onOutput ? context.terminal().out() : context.terminal().err();
        return new BatchEvents(Optional.of(out), onOutput, context.jsonTexts().problems());
    }

    /** Whether standard output is for events, and so for nothing else. */
    boolean takeOutput() {
        return onOutput;
    }

    /** So many packages were found. */
    void begin(int packages) {
        print(EventJson.begin(packages));
    }

    /** A package was checked, signed or set aside. */
    void done(BatchItem item, int done, int total, Optional<Long> secondsLeft) {
        if (item.checked().isEmpty()) {
            told.add(Told.of(item));
        }
        print(EventJson.of(item, problems).progress(done, total, secondsLeft));
    }

    /** Waiting for packages to arrive. */
    void waiting() {
        print(EventJson.waiting());
    }

    /** All is done; what became of packages that were not even worked on is told first. */
    void end(List<BatchItem> items, long elapsedMs) {
        for (BatchItem item : items) {
            if (told.add(Told.of(item))) {
                print(EventJson.of(item, problems));
            }
        }
        print(EventJson.end(items, problems, elapsedMs));
    }

    private void print(EventJson event) {
        out.ifPresent(stream -> {
            byte[] line = event.line();
            stream.write(line, 0, line.length);
            stream.flush();
        });
    }
}
