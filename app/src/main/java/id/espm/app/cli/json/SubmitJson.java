package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.RowState;
import id.espm.app.report.ErrorJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code submit} and {@code status}: docs/schema/submit.json, docs/schema/status.json. */
@JsonPropertyOrder({"submissions"})
public record SubmitJson(List<SubmissionJson> submissions) {

    /** One bundle. QUEUED: eSPM does not know of it yet; SENDING: announced, to be gone on with by the same call. */
    @JsonPropertyOrder({"bundle", "id", "status", "reason", "sentAt", "receipt", "error"})
    public record SubmissionJson(
            String bundle,
            @Nullable String id,
            String status,
            @Nullable String reason,
            @Nullable String sentAt,
            @Nullable String receipt,
            @Nullable ErrorJson error) {}

    /**
     * A bundle of the outbox.
     *
     * @param error what keeps it from going on; nothing keeps one that is sent
     */
    public static SubmissionJson of(OutboxRow row, Optional<ErrorJson> error) {
        Optional<OutboxRow.Proof> proof = row.standing().proof();
        return new SubmissionJson(
                row.bundle().toString(),
                row.id().orElse(null),
                row.state().name(),
                row.standing().alasan().orElse(null),
                proof.map(p -> p.sentAt().toString()).orElse(null),
                proof.map(p -> p.receipt().toString()).orElse(null),
                row.state().isOpen() ? error.orElse(null) : null);
    }

    /** A file that is not in the outbox: it could not be read, or is only looked at. */
    public static SubmissionJson unread(String bundle, Optional<ErrorJson> error) {
        return new SubmissionJson(bundle, null, RowState.QUEUED.name(), null, null, null, error.orElse(null));
    }

    /** A submission that eSPM knows and this machine does not: its file name in place of a bundle, and no receipt. */
    public static SubmissionJson of(Submission submission) {
        return new SubmissionJson(
                submission.fileName(),
                submission.id(),
                submission.status().name(),
                submission.alasan().orElse(null),
                submission.history().stream()
                        .filter(change -> change.status() == SubmissionStatus.SENT)
                        .map(change -> change.time().toString())
                        .findFirst()
                        .orElse(null),
                null,
                null);
    }
}
