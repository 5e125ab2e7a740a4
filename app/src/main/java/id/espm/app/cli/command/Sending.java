package id.espm.app.cli.command;

import id.espm.app.cli.json.ErrorJson;
import id.espm.app.cli.json.SubmitJson;
import id.espm.app.cli.json.SubmitJson.SubmissionJson;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One bundle of a call of {@code submit}, and what became of it. */
final class Sending {
    private final Path bundle;
    private @Nullable SubmittableBundle content;
    private @Nullable String id;
    private @Nullable SubmissionJson json;
    private ExitCode exit = ExitCode.OK;

    Sending(Path bundle) {
        this.bundle = bundle;
    }

    Path bundle() {
        return bundle;
    }

    void ready(SubmittableBundle readable) {
        content = readable;
    }

    /** Whether it was read and nothing became of it yet. */
    boolean isOpen() {
        return content != null && json == null;
    }

    SubmittableBundle content() {
        SubmittableBundle known = content;
        if (known == null) {
            throw new IllegalStateException("a bundle that cannot be read is not sent");
        }
        return known;
    }

    void announced(String submission) {
        id = submission;
    }

    /** @param reason why KPPN rejected it, if it did */
    void sent(SubmissionOutcome outcome, @Nullable String reason) {
        json = SubmitJson.sent(bundle.toString(), outcome, reason);
        exit = outcome.status() == SubmissionStatus.REJECTED ? ExitCode.PARTLY : ExitCode.OK;
    }

    void failed(Explanation explanation) {
        json = SubmitJson.failed(bundle.toString(), id, ErrorJson.of(explanation));
        exit = explanation.exit();
    }

    SubmissionJson json() {
        SubmissionJson known = json;
        if (known == null) {
            throw new IllegalStateException("nothing became of " + bundle);
        }
        return known;
    }

    ExitCode exit() {
        return exit;
    }
}
