package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.option.DetailOptions;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.signing.BatchItem;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs one package: a folder, or files that are named one by one. */
@Command(name = "sign", sortOptions = false)
public final class SignCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--package", paramLabel = "DIR", descriptionKey = "package")
    private @Nullable Path folder;

    @Option(names = "--nomor", paramLabel = "NOMOR", arity = "1..*", split = ",", descriptionKey = "nomor")
    private List<String> nomor = new ArrayList<>();

    @Option(names = "--adk", paramLabel = "FILE", descriptionKey = "adk")
    private @Nullable Path adk;

    @Option(names = "--lampiran", paramLabel = "FILE", arity = "1..*", descriptionKey = "lampiran")
    private List<Path> lampiran = new ArrayList<>();

    @Mixin
    private DetailOptions details = new DetailOptions();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SigningOptionsGroup signing = new SigningOptionsGroup();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public SignCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        SigningWork work = new SigningWork(
                context,
                new SigningCall(key, details, output, signing, SigningCall.Rerun.SINGLE),
                1,
                BatchEvents.none(context));
        return work.run(items(work));
    }

    private List<BatchItem> items(SigningWork work) throws CommandException, SignerException {
        List<Path> files = new ArrayList<>();
        Optional.ofNullable(adk).ifPresent(files::add);
        files.addAll(lampiran);
        boolean named = !files.isEmpty() || !nomor.isEmpty();
        if ((folder == null) != named) {
            throw CommandException.wrongCall(context.messages().get("call.sign-what"));
        }
        if (folder != null) {
            return work.read(folder);
        }
        if (files.isEmpty()) {
            throw CommandException.wrongCall(context.messages().get("call.sign-files"));
        }
        PackageDocument document = new PackageDocument(nomor, Optional.ofNullable(adk), lampiran);
        try {
            return work.items(SigningPackage.of(
                    files.getFirst(), details.details().orElse(context.profile().details()), List.of(document)));
        } catch (SignerException e) {
            return List.of(BatchItem.unreadable(files.getFirst(), e.problem()));
        }
    }
}
