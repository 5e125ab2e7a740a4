package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SubmitJson;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.SignerException;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends bundles to eSPM, going on with what was cut off, and prints where the receipts lie. */
@Command(name = "submit", sortOptions = false)
public final class SubmitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", descriptionKey = "submit-bundle")
    private List<Path> bundles = List.of();

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
        context.profile();
        TrustAnchors anchors = context.anchors(trust.folder());
        List<Sending> sendings = readAll(anchors);
        List<Sending> ready = sendings.stream().filter(Sending::isOpen).toList();
        boolean all = ready.isEmpty() || send(ready, anchors);
        report(sendings);
        return exitCode(sendings, all).value();
    }

    private List<Sending> readAll(TrustAnchors anchors) throws SignerException {
        Rules rules = context.rules();
        SignedFileVerifier verifier = new SignedFileVerifier(
                new VerificationSettings(anchors, context.clock().instant()), rules);
        List<Sending> sendings = new ArrayList<>();
        for (Path bundle : bundles) {
            Sending sending = new Sending(bundle);
            sendings.add(sending);
            try {
                sending.ready(SubmittableBundle.read(bundle, verifier, rules));
            } catch (SignerException e) {
                fail(sending, texts -> texts.problems().explain(e.problem()));
            } catch (EspmException e) {
                fail(sending, texts -> texts.espm().explain(e));
            } catch (IOException e) {
                fail(sending, texts -> texts.problems().explain(e));
            }
        }
        return sendings;
    }

    /** @return whether there was a session at all */
    private boolean send(List<Sending> ready, TrustAnchors anchors)
            throws CommandException, SignerException, InterruptedException {
        EspmSettings settings =
                EspmSettings.builder(espm.url(context)).clock(context.clock()).build();
        String user = espm.user(context);
        char[] password = espm.password(context, user);
        try (EspmClient client = EspmClient.open(settings)) {
            EspmSession session = client.login(user, password);
            Courier courier = new Courier(context, session, anchors, espm.tokens(context));
            courier.tellServiceHours(ready, context.rules().serviceHours());
            for (Sending sending : ready) {
                courier.send(sending, this::fail);
            }
            return true;
        } catch (EspmException e) {
            for (Sending sending : ready) {
                fail(sending, texts -> texts.espm().explain(e));
            }
            return false;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void fail(Sending sending, Function<Texts, Explanation> explain) {
        sending.failed(explain.apply(context.jsonTexts()));
        String reason = explain.apply(context.texts()).whole();
        context.complain(
                context.messages().get("submit.failed", sending.bundle().toString(), reason));
    }

    private void report(List<Sending> sendings) throws IOException {
        if (context.json().asked()) {
            List<SubmitJson.SubmissionJson> all =
                    sendings.stream().map(Sending::json).toList();
            JsonOutput.print(context.terminal().out(), new SubmitJson(all));
        }
    }

    /** The only bundle's own code; 1 for several, unless nothing could be sent at all because of the session. */
    private static ExitCode exitCode(List<Sending> sendings, boolean session) {
        List<ExitCode> bad = sendings.stream()
                .map(Sending::exit)
                .filter(code -> code != ExitCode.OK)
                .toList();
        if (bad.isEmpty()) {
            return ExitCode.OK;
        }
        boolean sameForAll = !session
                && bad.size() == sendings.size()
                && bad.stream().distinct().count() == 1;
        return sendings.size() == 1 || sameForAll ? bad.getFirst() : ExitCode.PARTLY;
    }
}
