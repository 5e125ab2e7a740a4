package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.delivery.Reception;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Profile.KppnToday;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.submit.Submitter;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.signer.Verdict;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the bundles of one call in one session, and says how it goes. */
final class Courier {
    private static final int PERCENT = 100;

    private final CommandContext context;
    private final EspmSession session;
    private final Submitter submitter;
    private final TokenSource tokens;

    Courier(CommandContext context, EspmSession session, TrustAnchors receiptAnchors, TokenSource tokens) {
        this.context = context;
        this.session = session;
        this.submitter = new Submitter(receiptAnchors);
        this.tokens = tokens;
    }

    /** Hears why a bundle was not sent. */
    @FunctionalInterface
    interface OnFailure {
        void failed(Sending sending, Function<Texts, Explanation> explanation);
    }

    /** Outside its hours KPPN is told of when it next receives; the bundles are sent all the same (Pasal 8(1)). */
    void tellServiceHours(List<Sending> sendings, ServiceHours rules) throws EspmException, InterruptedException {
        List<String> offices = sendings.stream()
                .map(s -> s.content().details().content().kppn())
                .distinct()
                .toList();
        for (KppnToday kppn : session.profile().kppn()) {
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

    void send(Sending sending, OnFailure onFailure) throws InterruptedException {
        if (!(sending.content().verdict() instanceof Verdict.Valid)) {
            context.tell(context.messages()
                    .get("submit.indeterminate", sending.bundle().toString()));
        }
        ProgressLine progress = new ProgressLine(context);
        try {
            SubmissionOutcome outcome = submitter.submit(
                    session, sending.bundle(), sending.content().details(), tokens, listener(sending, progress));
            progress.end();
            sending.sent(outcome, reason(outcome));
            new SentRecord(context).add(sending, outcome);
            context.print(context.messages()
                    .get(
                            "submit.status." + outcome.status(),
                            sending.bundle().toString(),
                            outcome.id(),
                            context.texts().dates().dateTime(outcome.sentAt()),
                            outcome.receiptFile().toString()));
        } catch (EspmException e) {
            progress.end();
            onFailure.failed(sending, texts -> texts.espm().explain(e));
        } catch (IOException e) {
            progress.end();
            onFailure.failed(sending, texts -> texts.problems().explain(e));
        }
    }

    private @Nullable String reason(SubmissionOutcome outcome) throws EspmException, InterruptedException {
        return outcome.status() == SubmissionStatus.REJECTED
                ? session.status(outcome.id()).alasan().orElse("")
                : null;
    }

    private SubmissionListener listener(Sending sending, ProgressLine progress) {
        String bundle = sending.bundle().toString();
        return new SubmissionListener() {
            @Override
            public void announced(String id) {
                sending.announced(id);
            }

            @Override
            public void sent(long sent, long total) {
                progress.showIfLive(
                        context.messages().get("progress.sent", bundle, total == 0 ? PERCENT : sent * PERCENT / total));
            }

            @Override
            public void waiting(EspmProblem problem, Duration pause) {
                String reason = context.texts().espm().explain(problem, "").message();
                progress.show(context.messages().get("progress.waiting", reason, Math.max(1, pause.toSeconds())));
            }
        };
    }
}
