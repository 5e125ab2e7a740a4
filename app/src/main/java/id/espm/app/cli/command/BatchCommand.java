package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.option.DetailOptions;
import id.espm.app.cli.option.JobsOption;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.signing.BatchItem;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        SigningWork work = new SigningWork(context, new SigningWork.Options(key, details, output, signing));
        int workers = jobs.jobs(context);
        if (!Files.isDirectory(folder)) {
            throw new SignerException(new Problem.FileUnreadable(folder));
        }
        List<BatchItem> items = new ArrayList<>();
        for (Path paket : new PackageFinder(output.outOrHere()).below(folder)) {
            items.addAll(work.read(paket));
        }
        if (items.isEmpty()) {
            throw new CommandException(new Explanation(
                    "NO_PACKAGE",
                    context.messages().get("batch.no-package", folder.toString()),
                    "",
                    ExitCode.DOCUMENTS));
        }
        return work.run(items, workers);
    }
}
