package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.espm.EspmException;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends bundles to eSPM through the outbox, going on with what was cut off, and prints where the receipts lie. */
@Command(name = "submit", sortOptions = false)
public final class SubmitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "BUNDLE", arity = "0..*", descriptionKey = "submit-bundle")
    private List<Path> named = List.of();

    @Option(names = "--all", descriptionKey = "submit-all")
    private boolean all;

    @Option(names = "--watch", descriptionKey = "submit-watch")
    private boolean watch;

    @Option(names = "--forget", descriptionKey = "submit-forget")
    private boolean forget;

    @Option(names = "--dry-run", descriptionKey = "submit-dry-run")
    private boolean dryRun;

    @Mixin
    private EspmOptions espm = new EspmOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public SubmitCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        requireOneMeaning();
        context.profile();
        try {
            return run();
        } catch (EspmException e) {
            return none(e);
        }
    }

    /** One thing kept all alike from being sent: the address, or the outbox. */
    private int none(EspmException e) throws IOException {
        context.complain("espm-signer: " + context.texts().espm().explain(e).whole());
        List<Sending> sendings =
                BundleFolder.named(named).stream().map(Sending::new).toList();
        sendings.forEach(sending -> sending.failed(context.jsonTexts().espm().explain(e)));
        SubmitRun.report(context, sendings, false);
        return context.texts().espm().explain(e).exit().value();
    }

    private int run() throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        TrustAnchors anchors = context.anchors(trust.folder());
        OutboxSettings settings = outboxSettings(context, anchors);
        BundleReading reading = new BundleReading(context, anchors);
        if (dryRun) {
            return preview(new SubmitPreview(context, reading), settings);
        }
        try (Outbox outbox = Outbox.open(settings)) {
            if (forget) {
                return new Forgetting(context, outbox, espm).run(named);
            }
            try (EspmDesk desk = EspmDesk.open(context, espm)) {
                Courier courier = new Courier(context, outbox, desk, espm.tokens(context));
                SubmitRun run = new SubmitRun(context, outbox, desk, courier, reading);
                if (watch) {
                    return new SubmitWatch(context, run, desk, courier).run(folders());
                }
                return send(run);
            }
        }
    }

    /** What the outbox of this call needs to know. */
    static OutboxSettings outboxSettings(CommandContext context, TrustAnchors anchors) {
        return new OutboxSettings(
                context.settings().outbox(),
                context.settings().history(),
                anchors,
                context.clock().withZone(context.zone()));
    }

    private void requireOneMeaning() throws CommandException {
        boolean nothing = named.isEmpty() && !all && !watch;
        boolean alone = (forget && (all || watch || dryRun)) || (watch && (all || dryRun));
        if (nothing || alone) {
            throw CommandException.wrongCall(
                    context.messages().get(nothing ? "call.submit-what" : "call.submit-alone"));
        }
    }

    private List<Path> folders() throws SignerException {
        for (Path folder : named) {
            if (!Files.isDirectory(folder)) {
                throw new SignerException(new Problem.FileUnreadable(folder));
            }
        }
        return named;
    }

    private List<Path> bundles() throws CommandException, IOException {
        List<Path> bundles = BundleFolder.named(named);
        if (bundles.isEmpty() && !named.isEmpty() && !all) {
            String message =
                    context.messages().get("submit.no-bundle", named.getFirst().toString());
            throw new CommandException(new Explanation("NO_BUNDLE", message, "", ExitCode.DOCUMENTS));
        }
        return bundles;
    }

    private int send(SubmitRun run)
            throws CommandException, SignerException, EspmException, IOException, InterruptedException {
        List<Sending> sendings = new ArrayList<>(run.queue(bundles()));
        if (all) {
            for (Sending unsent : run.unsent()) {
                if (sendings.stream().noneMatch(sending -> sending.isSameAs(unsent))) {
                    sendings.add(unsent);
                }
            }
            if (sendings.isEmpty()) {
                context.tell(context.messages().get("submit.nothing"));
            }
        }
        return SubmitRun.report(context, sendings, run.send(sendings));
    }

    private int preview(SubmitPreview preview, OutboxSettings settings)
            throws CommandException, EspmException, IOException, InterruptedException {
        List<Sending> sendings = new ArrayList<>(preview.named(bundles()));
        if (all) {
            sendings.addAll(preview.unsent(settings));
        }
        return SubmitRun.report(context, sendings, true);
    }
}
