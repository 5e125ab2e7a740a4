package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.TextTable;
import id.espm.app.cli.json.SubmitJson;
import id.espm.app.cli.json.SubmitJson.SubmissionJson;
import id.espm.app.espm.Submission;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxRow.Halt;
import id.espm.app.outbox.RowState;
import id.espm.app.report.ErrorJson;
import id.espm.app.text.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where submissions stand, for people in a table and for programs in JSON. */
final class StatusTable {
    private static final int PERCENT = 100;

    private final CommandContext context;
    private final TextTable table;
    private final List<SubmissionJson> json = new ArrayList<>();

    StatusTable(CommandContext context) {
        this.context = context;
        this.table =
                new TextTable(List.of(context.messages().get("status.columns").split(";", -1)));
    }

    /** Adds a bundle of the outbox. */
    void add(OutboxRow row) {
        json.add(SubmitJson.of(row, row.standing().halt().map(this::error)));
        List<String> below = new ArrayList<>();
        row.standing().halt().ifPresent(halt -> below.add(why(halt)));
        row.standing().alasan().ifPresent(alasan -> below.add(rejected(alasan)));
        add(
                new Columns(
                        row.id(),
                        row.details().nomor(),
                        state(row),
                        Optional.of(row.standing().since()),
                        row.bundle().toString()),
                below);
    }

    /** Adds a submission that eSPM knows and this machine does not. */
    void add(Submission submission) {
        json.add(SubmitJson.of(submission));
        add(
                new Columns(
                        Optional.of(submission.id()),
                        submission.content().nomor(),
                        context.texts().get("status.state." + submission.status()),
                        submission.history().isEmpty()
                                ? Optional.empty()
                                : Optional.of(submission.history().getLast().time()),
                        submission.fileName()),
                submission.alasan().map(this::rejected).stream().toList());
    }

    private record Columns(
            Optional<String> id, List<String> nomor, String state, Optional<Instant> since, String bundle) {}

    private void add(Columns columns, List<String> below) {
        String none = context.messages().get("status.none");
        table.add(
                List.of(
                        columns.nomor().isEmpty() ? none : String.join(", ", columns.nomor()),
                        columns.state(),
                        columns.since()
                                .map(time -> context.texts().dates().dateTime(time))
                                .orElse(none),
                        columns.id().orElse(none),
                        columns.bundle()),
                below);
    }

    /** A bundle that is under way tells how far. */
    private String state(OutboxRow row) {
        String state = context.texts().get("status.state." + row.state());
        return row.state() == RowState.SENDING && row.size() > 0
                ? context.messages().get("status.percent", state, row.standing().confirmed() * PERCENT / row.size())
                : state;
    }

    private String why(Halt halt) {
        return context.messages().get("status.halt." + halt.kind(), halt.code());
    }

    private String rejected(String alasan) {
        return context.messages().get("submit.rejected", alasan);
    }

    private ErrorJson error(Halt halt) {
        ExitCode exit = switch (halt.kind()) {
            case LATER, ACCOUNT, TOKEN, RECEIPT -> ExitCode.NETWORK;
            case CERTIFICATE -> ExitCode.KEY;
            case BUNDLE, MACHINE -> ExitCode.DOCUMENTS;
        };
        return new ErrorJson(
                halt.code(), context.jsonMessages().get("status.halt." + halt.kind(), halt.code()), exit.value());
    }

    boolean knows(String id) {
        return json.stream().anyMatch(one -> id.equals(one.id()));
    }

    List<SubmissionJson> json() {
        return List.copyOf(json);
    }

    void print() {
        if (json.isEmpty()) {
            context.print(context.messages().get("status.nothing"));
        } else {
            table.lines().forEach(context::print);
        }
    }
}
