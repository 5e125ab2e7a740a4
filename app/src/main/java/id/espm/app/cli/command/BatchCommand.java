package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.option.BatchOptions;
import id.espm.app.cli.option.DetailOptions;
import id.espm.app.cli.option.JobsOption;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.history.FailedPackage;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Signs every package below a folder, without a window. */
@Command(name = "batch", sortOptions = false)
public final class BatchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "DIR", descriptionKey = "batch-dir")
    private Path folder = Path.of("");

    @Mixin
    private DetailOptions details = new DetailOptions();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SigningOptionsGroup signing = new SigningOptionsGroup();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public BatchCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        if (batch.watch() && (signing.dryRun() || batch.retryFailed())) {
            throw CommandException.wrongCall(context.messages().get("call.watch-alone"));
        }
        SigningCall call = new SigningCall(
                key, details, output, signing, batch.again() ? SigningCall.Rerun.AGAIN : SigningCall.Rerun.RESUME);
        BatchEvents events = batch.events() ? BatchEvents.of(context) : BatchEvents.none(context);
        SigningWork work = new SigningWork(context, call, jobs.jobsWithWaiting(context), events);
        if (!Files.isDirectory(folder)) {
            throw new SignerException(new Problem.FileUnreadable(folder));
        }
        PackageFinder finder = new PackageFinder(output.outOrHere());
        return batch.watch()
                ? new WatchRun(context, call, work, events).run(finder, folder, batch.session(context))
                : work.run(read(work, finder));
    }

    private List<BatchItem> read(SigningWork work, PackageFinder finder)
            throws CommandException, SignerException, IOException, InterruptedException {
        for (Path loose : finder.loose(folder)) {
            context.tell(context.messages().get("batch.loose", loose.toString()));
        }
        List<Path> packages = finder.below(folder);
        if (packages.isEmpty()) {
            throw nothing("batch.no-package");
        }
        if (batch.retryFailed()) {
            Set<Path> failed = failed();
            packages = packages.stream()
                    .filter(paket -> failed.contains(paket.toAbsolutePath().normalize()))
                    .toList();
            if (packages.isEmpty()) {
                throw nothing("batch.none-failed");
            }
        }
        return work.read(packages);
    }

    private Set<Path> failed() throws SignerException {
        try (History history = History.open(context.settings().history())) {
            return history.failedIn(output.outOrHere()).stream()
                    .map(FailedPackage::id)
                    .map(id -> id.source())
                    .collect(Collectors.toSet());
        }
    }

    private CommandException nothing(String key) {
        return new CommandException(
                new Explanation("NO_PACKAGE", context.messages().get(key, folder.toString()), "", ExitCode.DOCUMENTS));
    }
}
