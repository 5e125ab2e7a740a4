package id.espm.app.cli;

import id.espm.app.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the arguments before they are parsed: for the language, for secrets, and for {@code --batch}. */
final class Arguments {
    private static final String BATCH = "--batch";
    private static final Set<String> SECRETS = Set.of("--passphrase", "--pass", "--password", "--pin");

    /** What these print speaks of every command. */
    private static final Set<String> OF_ALL_COMMANDS = Set.of("completion", "manual");

    private final List<String> args;

    Arguments(String... args) {
        this.args = List.of(args);
    }

    /** The option by which a secret was to be handed over, if one was; never its value. */
    Optional<String> secret() {
        return args.stream().map(Arguments::name).filter(SECRETS::contains).findFirst();
    }

    /** An option's name without the value that may hang on it. */
    static String name(String arg) {
        int equals = arg.indexOf('=');
        return arg.startsWith("-") && equals > 0 ? arg.substring(0, equals) : arg;
    }

    /** {@code --batch DIR} before any command is the command {@code batch DIR}. */
    Arguments withBatchCommand(Set<String> commands) {
        for (int i = 0; i < args.size() && !commands.contains(args.get(i)); i++) {
            String arg = args.get(i);
            if (name(arg).equals(BATCH)) {
                List<String> rewritten = new ArrayList<>(args);
                rewritten.remove(i);
                if (!arg.equals(BATCH)) {
                    rewritten.add(i, arg.substring(BATCH.length() + 1));
                }
                rewritten.addFirst("batch");
                return new Arguments(rewritten.toArray(String[]::new));
            }
        }
        return this;
    }

    /** The language that {@code --lang} or {@code ESPM_LANG} names; Indonesian unless it is English. */
    Locale language(Map<String, String> environment) {
        String said = environment.getOrDefault("ESPM_LANG", "");
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                said = args.get(i + 1);
            } else if (args.get(i).startsWith("--lang=")) {
                said = args.get(i).substring("--lang=".length());
            }
        }
        return said.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Messages.INDONESIAN;
    }

    /** The commands among these that the arguments may mean; all where they mean none, for help and for suggestions. */
    Set<String> needed(Set<String> commands) {
        if (args.isEmpty() || args.equals(List.of("--version")) || args.equals(List.of("-V"))) {
            return Set.of();
        }
        Set<String> named = new HashSet<>(commands);
        named.retainAll(args);
        return named.isEmpty() || named.stream().anyMatch(OF_ALL_COMMANDS::contains) ? commands : named;
    }

    String[] toArray() {
        return args.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "Arguments[" + args.size() + "]";
    }
}
