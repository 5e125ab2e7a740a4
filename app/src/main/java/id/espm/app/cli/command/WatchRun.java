package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.RunLock;
import id.espm.signer.SignerException;
import id.espm.signer.paket.Arrivals;
import id.espm.signer.paket.PackageFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Signs what arrives in a folder, for as long as the session lasts for which the passphrase was given. */
final class WatchRun {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CommandContext context;
    private final SigningCall call;
    private final SigningWork work;
    private final BatchEvents events;
    private final List<BatchItem> all = new ArrayList<>();

    WatchRun(CommandContext context, SigningCall call, SigningWork work, BatchEvents events) {
        this.context = context;
        this.call = call;
        this.work = work;
        this.events = events;
    }

    int run(PackageFinder finder, Path folder, Duration length)
            throws CommandException, SignerException, IOException, InterruptedException {
        long start = System.nanoTime();
        Arrivals arrivals = Arrivals.ofPackages(finder, folder, QUIET, System::nanoTime);
        try (History history = work.openHistory();
                RunLock lock = work.lock();
                SigningSession session = SigningSession.open(context, call.key(), call.signing())) {
            lock.sweep();
            Instant end = context.clock().instant().plus(length);
            context.tell(context.messages().get("watch.begin", folder.toString(), length.toMinutes()));
            events.waiting();
            while (context.clock().instant().isBefore(end)) {
                List<Path> arrived = arrivals.look();
                if (arrived.isEmpty()) {
                    Thread.sleep(PAUSE);
                } else {
                    sign(arrived, session, history);
                    events.waiting();
                }
            }
        }
        context.tell(context.messages().get("watch.end"));
        return work.summarise(all, (System.nanoTime() - start) / 1_000_000);
    }

    private void sign(List<Path> arrived, SigningSession session, History history)
            throws SignerException, IOException, InterruptedException {
        List<BatchItem> done = work.check(work.read(arrived));
        done = work.goOn(done, history);
        done = work.sign(done, session, history);
        work.writeDownFailures(done, history);
        work.tell(done);
        all.addAll(done);
    }
}
