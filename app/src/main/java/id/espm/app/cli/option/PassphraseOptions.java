package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.signing.SecretFile;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the passphrase comes from: a file, a variable, standard input, or the person at the terminal; never an argument. */
public final class PassphraseOptions {
    /** A passphrase is short; a file that is longer is another file. */
    @ArgGroup
    private @Nullable Source source;

    /** At most one of these. */
    static final class Source {
        @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
        @Nullable
        Path file;

        @Option(names = "--passphrase-env", paramLabel = "NAME", descriptionKey = "passphrase-env")
        @Nullable
        String variable;

        @Option(names = "--passphrase-stdin", descriptionKey = "passphrase-stdin")
        boolean stdin;
    }

    /**
     * Fetches the passphrase or PIN.
     *
     * @param question the key of the question
     * @param name     what it opens, for the question
     * @throws CommandException if there is neither a source nor a person to ask
     */
    public Secret fetch(CommandContext context, String question, String name)
            throws CommandException, SignerException, IOException {
        Source said = source;
        if (said == null) {
            return ask(context, question, name);
        }
        if (said.file != null) {
            return SecretFile.read(said.file);
        }
        return said.variable == null ? SecretFile.read(context.terminal().in()) : fromVariable(context, said.variable);
    }

    /** Whether a person types it, who may try again. */
    public boolean isTyped(CommandContext context) {
        return source == null && context.terminal().prompt().interactive();
    }

    private static Secret ask(CommandContext context, String question, String name) throws CommandException {
        Optional<char[]> typed =
                context.terminal().prompt().unseen(context.messages().get(question, name));
        return secret(typed.orElseThrow(
                () -> CommandException.wrongCall(context.messages().get("call.passphrase-nobody"))));
    }

    private static Secret fromVariable(CommandContext context, String name) throws CommandException {
        String value = context.platform().environment().get(name);
        if (value == null) {
            throw CommandException.wrongCall(context.messages().get("call.no-variable", name));
        }
        return secret(value.toCharArray());
    }

    private static Secret secret(char[] chars) {
        try {
            return Secret.copyOf(chars);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }
}
