package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.GlobalOptions.Language;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window with files, such as those that were dragged onto the program's icon. */
@Command(name = "window")
final class WindowCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Window window;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "window-file")
    private List<Path> files = List.of();

    WindowCommand(CommandContext context, Window window) {
        this.context = context;
        this.window = window;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        try {
            window.open(new Window.Opening(
                    context.settings(), files.stream().map(Path::toAbsolutePath).toList(), english()));
            return ExitCode.OK.value();
        } catch (UnsupportedOperationException e) {
            throw new CommandException(
                    new Explanation("NO_SCREEN", context.messages().get("window.no-screen"), "", ExitCode.FAULT));
        }
    }

    /** A language that nobody asked for is the window's own choice. */
    private Optional<Boolean> english() {
        String variable = context.platform().environment().getOrDefault("ESPM_LANG", "");
        return context.globals()
                .language()
                .map(said -> said == Language.EN)
                .or(() -> variable.isBlank()
                        ? Optional.empty()
                        : Optional.of(variable.toLowerCase(Locale.ROOT).startsWith("en")));
    }
}
