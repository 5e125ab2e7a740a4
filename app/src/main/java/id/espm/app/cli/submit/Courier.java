package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.delivery.Reception;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Profile.KppnToday;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.signer.SignerException;
import id.espm.signer.rules.ServiceHours;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends the bundles of one call, and says how it goes. */
final class Courier {
    private static final int PERCENT = 100;

    private final CommandContext context;
    private final Outbox outbox;
    private final EspmDesk desk;
    private final TokenSource tokens;

    Courier(CommandContext context, Outbox outbox, EspmDesk desk, TokenSource tokens) {
        this.context = context;
        this.outbox = outbox;
        this.desk = desk;
        this.tokens = tokens;
    }

    /** Outside its hours KPPN is told of when it next receives; the bundles are sent all the same (Pasal 8(1)). */
    void tellServiceHours(List<Sending> sendings, ServiceHours rules)
            throws CommandException, SignerException, EspmException, InterruptedException {
        List<String> offices = sendings.stream()
                .flatMap(sending -> sending.row().stream())
                .map(row -> row.details().content().kppn())
                .distinct()
                .toList();
        for (KppnToday kppn : desk.profile().kppn()) {
            if (offices.contains(kppn.kode())) {
                Reception.next(kppn, rules, context.clock().instant())
                        .ifPresent(next -> context.tell(context.messages()
                                .get(
                                        "submit.closed",
                                        kppn.kode(),
                                        Texts.of(context.messages().locale(), kppn.zone())
                                                .dates()
                                                .dateTime(next.toInstant()))));
            }
        }
    }

    /**
     * Sends one bundle, which is in the outbox.
     *
     * @return why it was not sent, where that is eSPM's or the way's doing
     */
    Optional<EspmProblem> send(Sending sending) throws CommandException, SignerException, InterruptedException {
        OutboxRow row = sending.row().orElseThrow();
        Showing showing = new Showing(row);
        try {
            try {
                deliver(row, showing);
            } finally {
                showing.line.end();
            }
            sending.sent(outbox.find(row.key()).orElse(row));
            tell(sending);
            return Optional.empty();
        } catch (EspmException e) {
            failed(sending, texts -> texts.espm().explain(e));
            return Optional.of(e.problem());
        } catch (IOException e) {
            failed(sending, texts -> texts.problems().explain(e));
            return Optional.empty();
        }
    }

    /** Goes on in a new session where the one before ended, for as long as each gets it further. */
    private void deliver(OutboxRow row, Showing showing)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        while (true) {
            showing.further = false;
            try {
                outbox.send(row, session(row), showing.asking(tokens), showing);
                return;
            } catch (EspmException e) {
                boolean ended = e.problem() instanceof EspmProblem.SessionExpired;
                if (!ended || desk.lost().isPresent() || !showing.mayRenew()) {
                    throw e;
                }
                showing.line.end();
                desk.renew();
            }
        }
    }

    /** Where there is none any more, the row keeps why. */
    private EspmSession session(OutboxRow row)
            throws CommandException, SignerException, EspmException, InterruptedException {
        try {
            return desk.session();
        } catch (EspmException e) {
            outbox.halted(row, e);
            throw e;
        }
    }

    /** Says why a bundle did not go on. */
    void failed(Sending sending, Function<Texts, Explanation> explain) {
        OutboxRow now = now(sending.row().orElseThrow());
        String reason = explain.apply(context.texts()).whole();
        if (now.state().isOpen()) {
            sending.is(now);
            sending.failed(explain.apply(context.jsonTexts()));
            context.complain(
                    context.messages().get("submit.failed", sending.bundle().toString(), reason));
        } else {
            // It was sent before; only the news could not be asked for.
            sending.sent(now);
            tell(sending);
            context.tell(context.messages().get("submit.no-news", reason));
        }
    }

    /** As it stands now; as it stood where even that cannot be read. */
    private OutboxRow now(OutboxRow before) {
        try {
            return outbox.find(before.key()).orElse(before);
        } catch (EspmException e) {
            return before;
        }
    }

    /** Says where a bundle that was sent stands. */
    private void tell(Sending sending) {
        OutboxRow row = sending.row().orElseThrow();
        OutboxRow.Proof proof = row.standing().proof().orElseThrow();
        context.print(context.messages()
                .get(
                        "submit.status." + row.state(),
                        sending.bundle().toString(),
                        row.id().orElse(""),
                        context.texts().dates().dateTime(proof.sentAt()),
                        proof.receipt().toString()));
        row.standing()
                .alasan()
                .ifPresent(alasan -> context.print(context.messages().get("submit.rejected", alasan)));
    }

    /** Shows how one bundle goes on. */
    private final class Showing implements SubmissionListener {
        private final OutboxRow row;
        private final ProgressLine line = new ProgressLine(context);
        private boolean renewed;
        private boolean further;

        Showing(OutboxRow row) {
            this.row = row;
        }

        /** Once at least, and as often as the session before got it further. */
        boolean mayRenew() {
            boolean may = !renewed || further;
            renewed = true;
            return may;
        }

        /** Says first for which bundle the code is, to who can be asked. */
        TokenSource asking(TokenSource source) {
            return request -> {
                line.end();
                if (context.terminal().prompt().interactive()) {
                    context.tell(context.messages()
                            .get(
                                    "submit.code-for",
                                    row.bundle().toString(),
                                    String.join(", ", row.details().nomor())));
                }
                return source.ask(request);
            };
        }

        @Override
        public void confirmed(long offset) {
            further = true;
        }

        @Override
        public void sent(long sent, long total) {
            line.showIfLive(context.messages()
                    .get("progress.sent", row.bundle().toString(), total == 0 ? PERCENT : sent * PERCENT / total));
        }

        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            line.showWaiting(problem, pause);
        }
    }
}
