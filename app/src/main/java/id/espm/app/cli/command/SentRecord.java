package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.time.OffsetDateTime;

/** Writes down that a bundle was sent, once for each submission. */
final class SentRecord {
    private final CommandContext context;

    SentRecord(CommandContext context) {
        this.context = context;
    }

    /** It was sent whether it can be written down or not, so that a history that cannot be used is told, no more. */
    void add(Sending sending, SubmissionOutcome outcome) {
        try (History history = History.open(context.settings().history())) {
            AuditEvent event = event(sending, outcome);
            if (!isKnown(history, event)) {
                history.record(event);
            }
        } catch (SignerException e) {
            context.complain(context.texts().problems().explain(e.problem()).whole());
        } catch (IOException e) {
            context.complain(context.texts().problems().explain(e).whole());
        }
    }

    private AuditEvent event(Sending sending, SubmissionOutcome outcome) throws IOException {
        Submission.Content content = sending.content().details().content();
        OffsetDateTime now = context.clock().instant().atZone(context.zone()).toOffsetDateTime();
        return AuditEvent.builder(Kind.SENT, now)
                .jenis(content.jenis())
                .satker(new Satker(content.satker()))
                .tahun(content.tahun())
                .nomor(content.nomor())
                .bundle(BundleFile.of(sending.bundle(), Sha256.of(sending.bundle())))
                .receipt(outcome.id())
                .build();
    }

    /** The same bundle may be submitted again; eSPM then answers with what it has. */
    private static boolean isKnown(History history, AuditEvent event) throws SignerException {
        EntryFilter.Builder filter = EntryFilter.builder().kind(Kind.SENT);
        event.subject().nomor().stream().findFirst().ifPresent(filter::nomor);
        return history.entries(filter.build()).stream()
                .anyMatch(entry -> entry.event().receipt().equals(event.receipt()));
    }
}
