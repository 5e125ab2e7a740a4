package id.espm.app.cli.submit;

import id.espm.app.cli.json.SubmitJson;
import id.espm.app.cli.json.SubmitJson.SubmissionJson;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.RowState;
import id.espm.app.report.ErrorJson;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import java.nio.file.Path;
import java.util.Optional;

/** One bundle of a call of {@code submit}, and what became of it. */
final class Sending {
    private final Path bundle;
    private Optional<OutboxRow> row = Optional.empty();
    private Optional<ErrorJson> error = Optional.empty();
    private ExitCode exit = ExitCode.OK;

    Sending(Path bundle) {
        this.bundle = bundle;
    }

    /** A bundle that is in the outbox already. */
    static Sending of(OutboxRow row) {
        Sending sending = new Sending(row.bundle());
        sending.is(row);
        return sending;
    }

    Path bundle() {
        return bundle;
    }

    /** Its row, once it could be read and put into the outbox. */
    Optional<OutboxRow> row() {
        return row;
    }

    /** How its row stands now. */
    void is(OutboxRow now) {
        row = Optional.of(now);
    }

    /** Whether both are the same bundle of the outbox. */
    boolean isSameAs(Sending other) {
        return row.isPresent()
                && other.row.isPresent()
                && row.get().key().equals(other.row.get().key());
    }

    /** It is sent, or KPPN has rejected it since. */
    void sent(OutboxRow now) {
        is(now);
        error = Optional.empty();
        exit = now.state() == RowState.REJECTED ? ExitCode.PARTLY : ExitCode.OK;
    }

    /** @param inJson the same words as JSON has them */
    void failed(Explanation inJson) {
        error = Optional.of(ErrorJson.of(inJson));
        exit = inJson.exit();
    }

    SubmissionJson json() {
        return row.map(known -> SubmitJson.of(known, error))
                .orElseGet(() -> SubmitJson.unread(bundle.toString(), error));
    }

    ExitCode exit() {
        return exit;
    }

    /** The only bundle's own code; 1 for several, unless the same thing kept all of them from being sent. */
    static ExitCode exitOf(Iterable<Sending> all, boolean oneReason) {
        int count = 0;
        int failed = 0;
        ExitCode first = ExitCode.OK;
        boolean same = true;
        for (Sending sending : all) {
            count++;
            if (sending.exit != ExitCode.OK) {
                failed++;
                same &= first == ExitCode.OK || first == sending.exit;
                first = first == ExitCode.OK ? sending.exit : first;
            }
        }
        return failed == 0 || count == 1 || (oneReason && same && failed == count) ? first : ExitCode.PARTLY;
    }
}
