package id.espm.app.cli;

import id.espm.app.text.ExitCode;
import id.espm.app.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, in the language of {@code man(7)}, from what the commands say of themselves. */
final class ManualPage {
    private final Messages messages;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(Messages messages) {
        this.messages = messages;
    }

    /**
     * Writes the page.
     *
     * @param root    the program without a command
     * @param version that the page states
     */
    static String of(CommandSpec root, String version, Messages messages) {
        return new ManualPage(messages).write(root, version);
    }

    private String write(CommandSpec root, String version) {
        String name = root.name();
        line(".TH \"" + name.toUpperCase(messages.locale()) + "\" 1 \"\" \"" + name + " " + version + "\"");
        section("manual.name");
        line(text(name) + " \\- " + text(messages.get("manual.summary")));
        section("manual.synopsis");
        line(".B " + text(name));
        line("[\\fICOMMAND\\fR] [\\fIOPTION\\fR...]");
        section("manual.description");
        paragraphs(root.usageMessage().description());
        section("manual.options");
        arguments(root);
        section("manual.commands");
        root.subcommands().values().stream().filter(each -> !isHidden(each)).forEach(this::command);
        section("manual.exit");
        for (ExitCode code : ExitCode.values()) {
            term(String.valueOf(code.value()), messages.get("manual.exit." + code));
        }
        section("manual.files");
        term("~/.config/espm-signer, ESPM_HOME, --config", messages.get("manual.settings"));
        return page.toString();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        line(".SS \"" + text(spec.qualifiedName()) + "\"");
        paragraphs(spec.usageMessage().description());
        line(".PP");
        line(text(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
        arguments(spec);
        spec.subcommands().values().forEach(this::command);
    }

    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }

    /** Options that every command has are told once, with the program's own. */
    private void arguments(CommandSpec spec) {
        spec.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .forEach(each -> argument(each.paramLabel(), each));
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && (spec.parent() == null || !isGlobal(spec, option))) {
                String names = String.join(", ", option.names());
                argument(option.typeInfo().isBoolean() ? names : names + " " + option.paramLabel(), option);
            }
        }
    }

    private static boolean isGlobal(CommandSpec spec, OptionSpec option) {
        return spec.root().findOption(option.longestName()) != null;
    }

    private void argument(String label, ArgSpec argument) {
        String words = Arrays.stream(argument.description()).collect(Collectors.joining(" "));
        term(label, Help.Ansi.OFF.string(String.format(messages.locale(), words)));
    }

    private void section(String key) {
        line(".SH \"" + text(messages.get(key)) + "\"");
    }

    private void paragraphs(String... texts) {
        for (String each : List.of(texts)) {
            line(".PP");
            line(text(each));
        }
    }

    private void term(String term, String meaning) {
        line(".TP");
        line(".B " + text(term));
        line(text(meaning));
    }

    /** A backslash, and a dot or quote at the beginning of a line, mean something to roff; a hyphen is to be one. */
    private static String text(String words) {
        String escaped = words.strip().replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String roff) {
        page.append(roff).append('\n');
    }
}
