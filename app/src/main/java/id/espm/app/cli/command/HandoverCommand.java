package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.HandoverJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.delivery.CoverSheet;
import id.espm.app.delivery.HandedOver;
import id.espm.app.delivery.Handover;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmException;
import id.espm.app.report.ErrorJson;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lays bundles ready for the operator, each with a cover sheet. */
@Command(name = "handover", sortOptions = false)
public final class HandoverCommand implements Callable<Integer> {
    private final CommandContext context;
    private final List<HandoverJson.BundleJson> told = new ArrayList<>();
    private final List<ExitCode> failures = new ArrayList<>();

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", descriptionKey = "handover-bundle")
    private List<Path> bundles = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public HandoverCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException {
        Path folder = output.out()
                .orElseThrow(() -> CommandException.wrongCall(context.messages().get("call.out-missing")));
        Rules rules = context.rules();
        SignedFileVerifier verifier = new SignedFileVerifier(
                new VerificationSettings(
                        context.anchors(trust.folder()), context.clock().instant()),
                rules);
        Handover handover = new Handover(new CoverSheet(rules.serviceHours(), context.zone()));
        for (Path bundle : bundles) {
            try {
                hand(SubmittableBundle.read(bundle, verifier, rules), handover, folder);
            } catch (SignerException e) {
                fail(bundle, texts -> texts.problems().explain(e.problem()));
            } catch (EspmException e) {
                fail(bundle, texts -> texts.espm().explain(e));
            } catch (IOException e) {
                fail(bundle, texts -> texts.problems().explain(e));
            }
        }
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), new HandoverJson(told));
        }
        return exitCode().value();
    }

    private void hand(SubmittableBundle bundle, Handover handover, Path folder) throws IOException, SignerException {
        String name = bundle.file().toString();
        if (!(bundle.verdict() instanceof Verdict.Valid)) {
            context.tell(context.messages().get("submit.indeterminate", name));
        }
        HandedOver handed =
                handover.hand(bundle, folder, output.force(), context.clock().instant());
        told.add(HandoverJson.handed(name, handed));
        context.print(context.messages()
                .get("handover.done", handed.bundle().toString(), handed.sheet().toString()));
    }

    private void fail(Path bundle, Function<Texts, Explanation> explain) {
        Explanation explanation = explain.apply(context.texts());
        failures.add(explanation.exit());
        told.add(HandoverJson.failed(bundle.toString(), ErrorJson.of(explain.apply(context.jsonTexts()))));
        context.complain(context.messages().get("handover.failed", bundle.toString(), explanation.whole()));
    }

    /** The only bundle's own code; 1 where several were given and some failed. */
    private ExitCode exitCode() {
        if (failures.isEmpty()) {
            return ExitCode.OK;
        }
        return bundles.size() == 1 ? failures.getFirst() : ExitCode.PARTLY;
    }
}
