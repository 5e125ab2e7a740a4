package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SubmitJson;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where submissions stand at KPPN. */
@Command(name = "status", sortOptions = false)
public final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "status-id")
    private List<String> ids = List.of();

    @Option(names = "--offline", descriptionKey = "status-offline")
    private boolean offline;

    @Mixin
    private EspmOptions espm = new EspmOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public StatusCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        context.profile();
        StatusTable table = new StatusTable(context);
        ExitCode exit = ExitCode.OK;
        try (Outbox outbox = Outbox.open(SubmitCommand.outboxSettings(context, context.anchors(trust.folder())))) {
            if (!offline) {
                exit = asked(outbox, table);
            }
            for (OutboxRow row : outbox.rows()) {
                if (ids.isEmpty() || row.id().filter(ids::contains).isPresent()) {
                    table.add(row);
                }
            }
        }
        if (offline) {
            exit = requireKnown(table, exit);
        }
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), new SubmitJson(table.json()));
        } else {
            table.print();
        }
        return exit.value();
    }

    private ExitCode requireKnown(StatusTable table, ExitCode before) {
        ExitCode exit = before;
        for (String id : ids) {
            if (!table.knows(id)) {
                exit = complain(new EspmException(new EspmProblem.NotFound(id)));
            }
        }
        return exit;
    }

    /** Who cannot be asked now is told so, and what is known is shown all the same. */
    private ExitCode asked(Outbox outbox, StatusTable table)
            throws CommandException, SignerException, EspmException, InterruptedException {
        try {
            return ask(outbox, table);
        } catch (EspmException e) {
            if (e.problem() instanceof EspmProblem.OutboxUnusable) {
                throw e;
            }
            complain(e);
            context.tell(context.messages().get("status.as-known"));
            return context.texts().espm().explain(e).exit();
        }
    }

    /** Nothing is asked where there is nothing to ask for. */
    private ExitCode ask(Outbox outbox, StatusTable table)
            throws CommandException, SignerException, EspmException, InterruptedException {
        if (ids.isEmpty() && outbox.rows().stream().noneMatch(row -> row.id().isPresent())) {
            return ExitCode.OK;
        }
        try (EspmDesk desk = EspmDesk.open(context, espm)) {
            desk.session();
            return ids.isEmpty() ? all(outbox, desk) : named(outbox, desk, table);
        }
    }

    private ExitCode all(Outbox outbox, EspmDesk desk)
            throws CommandException, SignerException, EspmException, InterruptedException {
        ExitCode exit = ExitCode.OK;
        for (Outbox.Unkept unkept : outbox.refresh(desk.session(), desk.account())) {
            exit = complain(unkept.reason());
        }
        boolean others = outbox.rows().stream()
                .anyMatch(row -> !row.state().isFinal() && row.id().isPresent() && !row.isOf(desk.account()));
        if (others) {
            context.tell(context.messages()
                    .get(
                            "status.others",
                            desk.account().user(),
                            desk.account().address().toString()));
        }
        return exit;
    }

    private ExitCode named(Outbox outbox, EspmDesk desk, StatusTable table)
            throws CommandException, SignerException, EspmException, InterruptedException {
        ExitCode exit = ExitCode.OK;
        for (String id : ids) {
            try {
                Submission submission = desk.submission(id);
                Optional<Outbox.Unkept> unkept = outbox.heard(desk.session(), desk.account(), submission);
                if (unkept.isPresent()) {
                    exit = complain(unkept.get().reason());
                }
                if (outbox.rows().stream().noneMatch(row -> row.id().equals(Optional.of(id)))) {
                    table.add(submission);
                }
            } catch (EspmException e) {
                exit = complain(e);
            }
        }
        return exit;
    }

    private ExitCode complain(EspmException e) {
        Explanation explanation = context.texts().espm().explain(e);
        context.complain(explanation.whole());
        return ids.size() > 1 ? ExitCode.PARTLY : explanation.exit();
    }
}
