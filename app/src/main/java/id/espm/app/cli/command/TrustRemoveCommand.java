package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.text.ExitCode;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustFolder;
import id.espm.signer.trust.TrustedCertificate;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends the trust in an issuer. */
@Command(name = "remove", sortOptions = false)
final class TrustRemoveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "SHA-256", descriptionKey = "trust-remove")
    private String fingerprint = "";

    @Mixin
    private TrustOption trust = new TrustOption();

    TrustRemoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SignerException, IOException {
        TrustFolder folder = new TrustFolder(
                trust.folder().orElseGet(() -> context.settings().trust()));
        TrustedCertificate removed = folder.remove(fingerprint);
        context.print(context.messages().get("trust.removed", removed.name(), removed.fingerprint()));
        return ExitCode.OK.value();
    }
}
