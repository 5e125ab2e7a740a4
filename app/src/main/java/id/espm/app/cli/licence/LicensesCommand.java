package id.espm.app.cli.licence;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.TextTable;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells under which licences the program and the libraries in it are, or prints the text of one. */
@Command(name = "licenses", sortOptions = false)
public final class LicensesCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "LICENCE", arity = "0..1", descriptionKey = "licenses-id")
    private Optional<String> id = Optional.empty();

    public LicensesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (id.isPresent()) {
            context.print(text(id.get()).stripTrailing());
        } else {
            list();
        }
        return ExitCode.OK.value();
    }

    private void list() throws IOException {
        Messages messages = context.messages();
        context.print(messages.get("licenses.own"));
        context.print("");
        TextTable table =
                new TextTable(Arrays.asList(messages.get("licenses.columns").split(";")));
        for (ThirdPartyLibrary each : ThirdParty.libraries()) {
            table.add(List.of(each.name(), each.version(), each.licence(), each.home()), List.of());
        }
        table.lines().forEach(context::print);
        context.print("");
        context.print(messages.get("licenses.texts", joined(ThirdParty.licences())));
    }

    private String text(String said) throws CommandException, IOException {
        Collection<String> known = ThirdParty.licences();
        for (String each : known) {
            if (each.equalsIgnoreCase(said)) {
                return ThirdParty.text(each).orElseThrow(() -> new IllegalStateException("no text of " + each));
            }
        }
        throw CommandException.wrongCall(context.messages().get("call.licence", joined(known)));
    }

    private static String joined(Collection<String> ids) {
        return String.join(", ", ids);
    }
}
