package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes bundles out of the outbox that eSPM does not know of, that KPPN rejected, or that are gone and were never accepted; files
 * stay.
 */
final class Forgetting {
    private final CommandContext context;
    private final Outbox outbox;
    private final EspmOptions options;

    /** @param options by which eSPM is asked, where that is needed */
    Forgetting(CommandContext context, Outbox outbox, EspmOptions options) {
        this.context = context;
        this.outbox = outbox;
        this.options = options;
    }

    /** @param named by path, by hash, or by eSPM's name for the submission */
    int run(List<Path> named)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        List<Sending> all = new ArrayList<>();
        for (Path name : named) {
            List<OutboxRow> rows = outbox.rows().stream().filter(isCalled(name)).toList();
            if (rows.isEmpty()) {
                all.add(told(new Sending(name), "forget.unknown", name.toString()));
            }
            for (OutboxRow row : rows) {
                all.add(forget(row));
            }
        }
        return SubmitRun.report(context, all, true);
    }

    private static Predicate<OutboxRow> isCalled(Path name) {
        String text = name.toString();
        Path absolute = name.toAbsolutePath().normalize();
        return row -> row.bundle().equals(absolute)
                || row.key().sha256().hex().equals(text)
                || row.id().equals(Optional.of(text));
    }

    private Sending forget(OutboxRow row)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        Sending sending = Sending.of(row);
        if (outbox.isGone(row)) {
            return forgetGone(row, sending);
        }
        return ended(row, sending, outbox.forget(row.key()));
    }

    /** What was announced and is gone: eSPM may have accepted it all the same, and has to be asked. */
    private Sending forgetGone(OutboxRow row, Sending sending)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        try (EspmDesk desk = EspmDesk.open(context, options)) {
            if (!row.isOf(desk.account())) {
                return told(sending, "forget.other", row.bundle().toString(), row.user());
            }
            return ended(row, sending, outbox.forgetGone(row, desk.session()));
        } catch (EspmException e) {
            if (e.problem() instanceof EspmProblem.OutboxUnusable) {
                throw e;
            }
            context.complain(context.texts().espm().explain(e).whole());
            sending.failed(context.jsonTexts().espm().explain(e));
            return sending;
        }
    }

    private Sending ended(OutboxRow row, Sending sending, boolean forgotten) {
        if (forgotten) {
            context.print(context.messages().get("forget.done", row.bundle().toString()));
            return sending;
        }
        return told(sending, "forget.must-stay", row.bundle().toString());
    }

    private Sending told(Sending sending, String key, Object... words) {
        String message = context.messages().get(key, words);
        context.complain(message);
        sending.failed(new Explanation("NOT_FORGOTTEN", message, "", ExitCode.DOCUMENTS));
        return sending;
    }
}
