package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a call, in our own words and never with a value that was typed: it might be a secret. */
final class CallErrors implements IParameterExceptionHandler {
    private final CommandContext context;

    CallErrors(CommandContext context) {
        this.context = context;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        context.complain("espm-signer: " + message(failure));
        context.complain(context.messages().get("call.see-help", command));
        return ExitCode.CALL.value();
    }

    private String message(ParameterException failure) {
        Messages messages = context.messages();
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> messages.get("call.missing", names(missing.getMissing()));
            case MutuallyExclusiveArgsException exclusive -> messages.get("call.exclusive");
            case OverwrittenOptionException twice -> messages.get("call.twice", name(twice.getOverwritten()));
            default -> value(failure.getArgSpec());
        };
    }

    private String unmatched(UnmatchedArgumentException failure) {
        Messages messages = context.messages();
        String first = failure.getUnmatched().getFirst();
        if (first.startsWith("-")) {
            return messages.get("call.unknown-option", Arguments.name(first));
        }
        List<String> suggestions = failure.getSuggestions();
        return suggestions.isEmpty()
                ? messages.get("call.unknown-argument")
                : messages.get("call.unknown-command", String.join(", ", suggestions));
    }

    private String value(@Nullable ArgSpec arg) {
        if (arg == null) {
            return context.messages().get("call.wrong");
        }
        Iterable<String> candidates = arg.completionCandidates();
        String allowed = candidates == null
                ? ""
                : StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(", "));
        return allowed.isEmpty()
                ? context.messages().get("call.bad-value", name(arg), arg.paramLabel())
                : context.messages().get("call.bad-choice", name(arg), allowed);
    }

    private static String names(List<ArgSpec> args) {
        return args.stream().map(CallErrors::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
