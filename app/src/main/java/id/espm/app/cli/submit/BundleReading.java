package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judges and reads the bundles of a call before anything is sent; one that cannot be sent stops no other. */
final class BundleReading {
    private final CommandContext context;
    private final SignedFileVerifier verifier;
    private final Rules rules;

    BundleReading(CommandContext context, TrustAnchors anchors) throws SignerException {
        this.context = context;
        this.rules = context.rules();
        this.verifier = new SignedFileVerifier(
                new VerificationSettings(anchors, context.clock().instant()), rules);
    }

    /** What is done with a bundle that may be sent. */
    @FunctionalInterface
    interface Use {
        void take(Sending sending, HashedBundle hashed, SubmittableBundle content) throws EspmException;
    }

    /** @throws EspmException where the outbox cannot be used, which concerns all */
    List<Sending> each(List<Path> bundles, Use use) throws EspmException, InterruptedException {
        List<Sending> sendings = new ArrayList<>();
        for (Path bundle : bundles) {
            Sending sending = new Sending(bundle);
            sendings.add(sending);
            try {
                read(sending, use);
            } catch (SignerException e) {
                failed(sending, texts -> texts.problems().explain(e.problem()));
            } catch (EspmException e) {
                if (e.problem() instanceof EspmProblem.OutboxUnusable) {
                    throw e;
                }
                failed(sending, texts -> texts.espm().explain(e));
            } catch (IOException e) {
                failed(sending, texts -> texts.problems().explain(e));
            }
        }
        return sendings;
    }

    private void read(Sending sending, Use use)
            throws IOException, SignerException, EspmException, InterruptedException {
        Path bundle = sending.bundle();
        // The hash comes first: what is read after it is sent only if the file is still the same then.
        HashedBundle hashed = HashedBundle.of(bundle);
        SubmittableBundle content = SubmittableBundle.read(bundle, verifier, rules);
        if (!(content.verdict() instanceof Verdict.Valid)) {
            context.tell(context.messages().get("submit.indeterminate", bundle.toString()));
        }
        use.take(sending, hashed, content);
    }

    private void failed(Sending sending, Function<Texts, Explanation> explain) {
        sending.failed(explain.apply(context.jsonTexts()));
        context.complain(context.messages()
                .get(
                        "submit.failed",
                        sending.bundle().toString(),
                        explain.apply(context.texts()).whole()));
    }
}
