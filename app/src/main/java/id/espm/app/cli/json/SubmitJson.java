package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.espm.SubmissionOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code submit}: docs/schema/submit.json. */
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

    /** A bundle whose receipt was checked. */
    public static SubmissionJson sent(String bundle, SubmissionOutcome outcome, @Nullable String reason) {
        return new SubmissionJson(
                bundle,
                outcome.id(),
                outcome.status().name(),
                reason,
                outcome.sentAt().toString(),
                outcome.receiptFile().toString(),
                null);
    }

    /** A bundle that was not sent; {@code id} is known once it was announced. */
    public static SubmissionJson failed(String bundle, @Nullable String id, ErrorJson error) {
        return new SubmissionJson(bundle, id, id == null ? "QUEUED" : "SENDING", null, null, null, error);
    }
}
