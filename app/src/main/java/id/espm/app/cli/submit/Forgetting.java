package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.espm.EspmException;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes bundles out of the outbox that eSPM does not know of, or that KPPN rejected; the files stay. */
final class Forgetting {
    private final CommandContext context;
    private final Outbox outbox;

    Forgetting(CommandContext context, Outbox outbox) {
        this.context = context;
        this.outbox = outbox;
    }

    /** @param named by path, by hash, or by eSPM's name for the submission */
    int run(List<Path> named) throws EspmException, IOException {
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

    private Sending forget(OutboxRow row) throws EspmException {
        Sending sending = Sending.of(row);
        if (outbox.forget(row.key())) {
            context.print(context.messages().get("forget.done", row.bundle().toString()));
            return sending;
        }
        return told(sending, "forget.must-stay", row.bundle().toString());
    }

    private Sending told(Sending sending, String key, String name) {
        String message = context.messages().get(key, name);
        context.complain(message);
        sending.failed(new Explanation("NOT_FORGOTTEN", message, "", ExitCode.DOCUMENTS));
        return sending;
    }
}
