package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.espm.EspmException;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.update.UpdateException;
import id.espm.signer.SignerException;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The edge of the command line: whatever ends a command becomes words and an exit code. */
final class RunErrors implements IExecutionExceptionHandler {
    private final CommandContext context;

    RunErrors(CommandContext context) {
        this.context = context;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        return switch (failure) {
            case InterruptedException e -> interrupted();
            case CommandException e -> told(e.explanation(), failure);
            case SignerException e -> told(context.texts().problems().explain(e.problem()), failure);
            case EspmException e -> told(context.texts().espm().explain(e), failure);
            case UpdateException e -> told(context.texts().updates().explain(e.problem()), failure);
            case IOException e -> told(context.texts().problems().explain(e), failure);
            default -> fault(failure);
        };
    }

    /** Cancelled is not failed: nothing is left half done, and the shell's own code says so. */
    private int interrupted() {
        Thread.currentThread().interrupt();
        context.complain(context.messages().get("interrupted"));
        return ExitCode.INTERRUPTED.value();
    }

    private int told(Explanation explanation, Exception failure) {
        context.complain("espm-signer: " + explanation.whole());
        if (explanation.exit() == ExitCode.FAULT) {
            trace(failure);
        }
        return explanation.exit().value();
    }

    private int fault(Exception failure) {
        Fault fault = Fault.of(failure);
        LoggerFactory.getLogger(RunErrors.class).error("fault {}\n{}", fault.id(), fault.trace());
        context.complain(
                "espm-signer: " + context.texts().problems().explain(fault).whole());
        trace(failure);
        return ExitCode.FAULT.value();
    }

    private void trace(Exception failure) {
        if (context.globals().verbose()) {
            failure.printStackTrace(context.terminal().err());
        }
    }
}
