package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.outbox.OutboxRow;
import id.espm.signer.SignerException;
import id.espm.signer.paket.Arrivals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends what is unsent and what arrives, for as long as the session lasts and can be renewed. */
final class SubmitWatch {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How long a bundle rests that time alone may help: its own tries are over by then. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final CommandContext context;
    private final SubmitRun run;
    private final EspmDesk desk;
    private final Courier courier;
    private final Map<Path, Sending> all = new LinkedHashMap<>();
    private final Map<Path, Instant> resting = new HashMap<>();

    SubmitWatch(CommandContext context, SubmitRun run, EspmDesk desk, Courier courier) {
        this.context = context;
        this.run = run;
        this.desk = desk;
        this.courier = courier;
    }

    /**
     * Stays until the session is over or the thread is interrupted.
     *
     * @throws EspmException where there is no session to begin with, or the outbox cannot be used
     */
    int run(List<Path> folders)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        desk.session();
        List<Arrivals> arrivals = new ArrayList<>();
        for (Path folder : folders) {
            arrivals.add(Arrivals.ofFiles(() -> BundleFolder.bundles(folder), QUIET, System::nanoTime));
        }
        List<Sending> unsent = run.unsent();
        run.tellServiceHours(unsent);
        context.tell(context.messages().get("submit.watch.begin"));
        send(unsent);
        while (desk.lost().isEmpty()) {
            List<Sending> next = new ArrayList<>(rested());
            for (Arrivals folder : arrivals) {
                next.addAll(run.queue(folder.look()));
            }
            send(next);
            if (next.isEmpty()) {
                Thread.sleep(PAUSE);
            }
            if (desk.isOver()) {
                renew();
            }
        }
        String why = context.texts().espm().explain(desk.lost().get()).message();
        context.complain(context.messages().get("submit.watch.end", why));
        return SubmitRun.report(context, List.copyOf(all.values()), false);
    }

    private void send(List<Sending> sendings) throws CommandException, SignerException, InterruptedException {
        for (Sending sending : sendings) {
            Optional<OutboxRow> row = sending.row();
            if (row.filter(known -> !known.state().isOpen()).isPresent()) {
                continue;
            }
            all.put(sending.bundle(), sending);
            Optional<EspmProblem> problem = row.isPresent() ? courier.send(sending) : Optional.empty();
            problem.ifPresent(reason -> rest(sending, reason));
        }
    }

    private void rest(Sending sending, EspmProblem problem) {
        if (problem.passesByItself()) {
            Duration rest = problem.retryAfter()
                    .filter(wait -> wait.compareTo(REST) > 0)
                    .orElse(REST);
            resting.put(sending.bundle(), context.clock().instant().plus(rest));
        }
    }

    private List<Sending> rested() {
        Instant now = context.clock().instant();
        List<Path> ready = resting.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        resting.keySet().removeAll(ready);
        return ready.stream().map(all::get).toList();
    }

    /** A line that is down just now ends nothing: what arrives next asks for the session again. */
    private void renew() throws CommandException, SignerException, InterruptedException {
        try {
            desk.renew();
        } catch (EspmException e) {
            if (desk.lost().isEmpty()) {
                context.complain(context.texts().espm().explain(e).whole());
            }
        }
    }
}
