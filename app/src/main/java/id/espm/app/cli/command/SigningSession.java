package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.signing.ChosenMethod;
import id.espm.signer.Caution;
import id.espm.signer.SignerException;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.IOException;

/** What is open while a call signs: the official's key, after it was found fit to sign, and the way to sign. */
final class SigningSession implements AutoCloseable {
    private final CommandContext context;
    private final SigningKey key;
    private final ChosenMethod chosen;

    private SigningSession(CommandContext context, SigningKey key, ChosenMethod chosen) {
        this.context = context;
        this.key = key;
        this.chosen = chosen;
    }

    /**
     * Opens the key, which may ask for its passphrase, and tells what the official should know of the certificate.
     *
     * @throws SignerException what forbids to sign with it
     */
    static SigningSession open(CommandContext context, KeyOptions keys, SigningOptionsGroup signing)
            throws CommandException, SignerException, IOException {
        SigningKey key = keys.open(context);
        boolean fit = false;
        try (SigningAuthority authority = signing.authority(context)) {
            Assessment assessment = authority.assess(
                    AssessmentRequest.of(key.chain(), context.clock().instant()));
            if (assessment.objection().isPresent()) {
                throw new SignerException(assessment.objection().get());
            }
            assessment.cautions().forEach(caution -> tell(context, caution));
            SigningSession session = new SigningSession(context, assessment.complete(key), signing.open(context));
            fit = true;
            return session;
        } finally {
            if (!fit) {
                key.close();
            }
        }
    }

    private static void tell(CommandContext context, Caution caution) {
        context.tell(context.texts().cautions().tell(caution));
    }

    /** With the issuers that were found when it was looked at. */
    SigningKey key() {
        return key;
    }

    SigningMethod method() {
        return chosen.method();
    }

    /** Tells how far this computer's clock is off, if the TSA showed that it is. */
    void tellDrift() {
        chosen.drift().ifPresent(drift -> tell(context, drift));
    }

    @Override
    public void close() {
        chosen.close();
        key.close();
    }
}
