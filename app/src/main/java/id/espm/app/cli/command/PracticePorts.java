package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.sandbox.PortInUseException;

/** Tells in our words that a practice server's port is taken: most often practice mode runs twice on one folder. */
final class PracticePorts {
    private PracticePorts() {}

    static CommandException inUse(CommandContext context, PortInUseException failure) {
        return new CommandException(new Explanation(
                "PORT_IN_USE",
                context.messages().get("practice.port-in-use", String.valueOf(failure.port())),
                "",
                ExitCode.NETWORK));
    }
}
