package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.Submission;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says what would be sent; writes nothing here, and asks nothing of eSPM. */
final class SubmitPreview {
    private final CommandContext context;
    private final BundleReading reading;

    SubmitPreview(CommandContext context, BundleReading reading) {
        this.context = context;
        this.reading = reading;
    }

    List<Sending> named(List<Path> bundles) throws EspmException, InterruptedException {
        return reading.each(
                bundles,
                (sending, hashed, content) ->
                        tell(sending.bundle(), content.details().content()));
    }

    /** What waits in the outbox, whosever account it is for. */
    List<Sending> unsent(OutboxSettings settings) throws EspmException {
        List<Sending> unsent = new ArrayList<>();
        if (Files.exists(settings.file())) {
            try (Outbox outbox = Outbox.open(settings)) {
                for (OutboxRow row : outbox.rows()) {
                    if (row.state().isOpen()) {
                        unsent.add(Sending.of(row));
                        tell(row.bundle(), row.details().content());
                    }
                }
            }
        }
        return unsent;
    }

    private void tell(Path bundle, Submission.Content content) {
        context.print(context.messages()
                .get(
                        "submit.would",
                        bundle.toString(),
                        context.texts().words().of(content.jenis()),
                        String.join(", ", content.nomor()),
                        content.satker(),
                        content.kppn()));
    }
}
