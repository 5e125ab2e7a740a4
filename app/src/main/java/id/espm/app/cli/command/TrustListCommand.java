package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.TrustJson;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.text.ExitCode;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustFolder;
import id.espm.signer.trust.TrustedCertificate;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who is trusted, each with the fingerprint by which it can be compared. */
@Command(name = "list", sortOptions = false)
final class TrustListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    TrustListCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws SignerException, IOException {
        List<TrustedCertificate> all = new TrustFolder(
                        trust.folder().orElseGet(() -> context.settings().trust()))
                .list();
        TrustView view = new TrustView(context);
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), TrustJson.of(all));
        } else if (all.isEmpty()) {
            context.print(context.messages().get("trust.none"));
        } else {
            all.forEach(view::print);
        }
        return ExitCode.OK.value();
    }
}
