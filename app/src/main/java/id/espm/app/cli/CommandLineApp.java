package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.Terminal;
import id.espm.app.cli.command.BatchCommand;
import id.espm.app.cli.command.CertCommand;
import id.espm.app.cli.command.CosignCommand;
import id.espm.app.cli.command.DoctorCommand;
import id.espm.app.cli.command.ExtractCommand;
import id.espm.app.cli.command.HandoverCommand;
import id.espm.app.cli.command.PracticeCommand;
import id.espm.app.cli.command.SignCommand;
import id.espm.app.cli.command.TrustCommand;
import id.espm.app.cli.command.VerifyCommand;
import id.espm.app.cli.history.HistoryCommand;
import id.espm.app.cli.licence.LicensesCommand;
import id.espm.app.cli.submit.StatusCommand;
import id.espm.app.cli.submit.SubmitCommand;
import id.espm.app.cli.update.UpdateCommand;
import id.espm.app.log.LogFile;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.text.ExitCode;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.RunLast;

/** The command line as a whole: one call in, an exit code out. */
public final class CommandLineApp {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Terminal terminal;
    private final SettingsFolder.Platform platform;
    private final Clock clock;
    private final Window window;

    /** @param window what opens when no command is given */
    public CommandLineApp(Terminal terminal, SettingsFolder.Platform platform, Clock clock, Window window) {
        this.terminal = terminal;
        this.platform = platform;
        this.clock = clock;
        this.window = window;
    }

    /** Runs one call. */
    public int run(String... args) {
        Arguments given = new Arguments(args);
        CommandContext context = new CommandContext(terminal, platform, clock, given.language(platform.environment()));
        if (given.secret().isPresent()) {
            context.complain("espm-signer: "
                    + context.messages().get("call.secret", given.secret().get()));
            return ExitCode.CALL.value();
        }
        Map<String, Function<CommandContext, Object>> commands = commands();
        Arguments meant = given.withBatchCommand(commands.keySet());
        return commandLine(context, meant.needed(commands.keySet())).execute(meant.toArray());
    }

    /** The whole command line without a call, as tests and the completion script see it. */
    CommandLine model() {
        return commandLine(
                new CommandContext(terminal, platform, clock, new Arguments().language(platform.environment())),
                commands().keySet());
    }

    private Map<String, Function<CommandContext, Object>> commands() {
        Map<String, Function<CommandContext, Object>> commands = new LinkedHashMap<>();
        commands.put("sign", SignCommand::new);
        commands.put("batch", BatchCommand::new);
        commands.put("cosign", CosignCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("extract", ExtractCommand::new);
        commands.put("submit", SubmitCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("handover", HandoverCommand::new);
        commands.put("history", HistoryCommand::of);
        commands.put("cert", CertCommand::new);
        commands.put("trust", TrustCommand::of);
        commands.put("doctor", DoctorCommand::new);
        commands.put("update", UpdateCommand::of);
        commands.put("practice", PracticeCommand::of);
        commands.put("window", context -> new WindowCommand(context, window));
        commands.put("licenses", LicensesCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("manual", ManualCommand::new);
        return commands;
    }

    /** Only the commands that are needed are made: each costs time at every start. */
    private CommandLine commandLine(CommandContext context, Set<String> needed) {
        CommandLine root = new CommandLine(new RootCommand(context, window));
        commands().forEach((name, maker) -> {
            if (needed.contains(name)) {
                root.addSubcommand(name, maker.apply(context));
            }
        });
        convert(root, Satker.class, Satker::new);
        convert(root, Kppn.class, Kppn::new);
        convert(root, Instant.class, CommandLineApp::time);
        convert(root, SignatureLevel.class, CommandLineApp::level);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(context.messages().bundle())
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setParameterExceptionHandler(new CallErrors(context))
                .setExecutionExceptionHandler(new RunErrors(context))
                .setExecutionStrategy(parsed -> {
                    LogFile.into(context.settings().logs());
                    return new RunLast().execute(parsed);
                });
    }

    private static <T> void convert(CommandLine root, Class<T> type, ITypeConverter<T> converter) {
        root.registerConverter(type, converter);
    }

    /** A time, or a date that stands for the end of that day in the west of Indonesia. */
    private static Instant time(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(WIB)
                        .minusSeconds(1)
                        .toInstant();
    }

    private static SignatureLevel level(String label) {
        return Arrays.stream(SignatureLevel.values())
                .filter(level -> level.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("level"));
    }
}
