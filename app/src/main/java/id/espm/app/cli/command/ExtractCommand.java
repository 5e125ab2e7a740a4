package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.ExtractJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.report.ErrorJson;
import id.espm.app.text.Explanation;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleExtractor;
import id.espm.signer.bundle.BundleExtractor.Extracted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives back the original ADK bit for bit, and the signed PDFs. */
@Command(name = "extract", sortOptions = false)
public final class ExtractCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "BUNDLE", descriptionKey = "extract-bundle")
    private Path bundle = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public ExtractCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, IOException {
        Path folder = output.out()
                .orElseThrow(() -> CommandException.wrongCall(context.messages().get("call.out-missing")));
        try {
            List<Extracted> extracted = BundleExtractor.extract(bundle, folder, output.force());
            for (Extracted one : extracted) {
                context.print(context.messages().get("extract.file", one.file().toString()));
            }
            context.tell(context.messages().get("extract.verify"));
            print(ExtractJson.of(bundle.toString(), extracted));
            return 0;
        } catch (SignerException e) {
            Explanation told = context.texts().problems().explain(e.problem());
            context.complain(told.whole());
            ErrorJson error = ErrorJson.of(context.jsonTexts().problems().explain(e.problem()));
            print(new ExtractJson(bundle.toString(), List.of(), error));
            return told.exit().value();
        }
    }

    private void print(ExtractJson document) throws IOException {
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), document);
        }
    }
}
