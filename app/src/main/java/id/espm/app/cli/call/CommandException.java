package id.espm.app.cli.call;

import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;

/** Ends a command with an explanation; the command line prints it and takes its exit code. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    public CommandException(Explanation explanation) {
        super(explanation.code());
        this.explanation = explanation;
    }

    /** The call is wrong: exit code 2. */
    public static CommandException wrongCall(String message) {
        return new CommandException(new Explanation("WRONG_CALL", message, "", ExitCode.CALL));
    }

    public Explanation explanation() {
        return explanation;
    }
}
