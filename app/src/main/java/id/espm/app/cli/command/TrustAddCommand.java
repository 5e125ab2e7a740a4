package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.text.ExitCode;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustFolder;
import id.espm.signer.trust.TrustedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trusts an issuer once somebody compared its fingerprint: at the terminal, or by naming it in the call. */
@Command(name = "add", sortOptions = false)
final class TrustAddCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", descriptionKey = "trust-file")
    private Path file = Path.of("");

    @Option(names = "--fingerprint", paramLabel = "SHA-256", descriptionKey = "trust-fingerprint")
    private @Nullable String fingerprint;

    @Mixin
    private TrustOption trust = new TrustOption();

    TrustAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException {
        if (!Files.isReadable(file)) {
            throw new SignerException(new Problem.FileUnreadable(file));
        }
        TrustFolder folder = new TrustFolder(
                trust.folder().orElseGet(() -> context.settings().trust()));
        List<TrustedCertificate> offered = folder.examine(file);
        TrustView view = new TrustView(context);
        offered.forEach(view::print);
        if (fingerprint == null ? !agreed() : !named(offered, fingerprint)) {
            context.complain(context.messages().get("trust.not-added"));
            return ExitCode.CALL.value();
        }
        folder.add(file);
        context.print(context.messages().get("trust.added"));
        return ExitCode.OK.value();
    }

    private boolean agreed() throws CommandException {
        if (!context.terminal().prompt().interactive()) {
            throw CommandException.wrongCall(context.messages().get("call.fingerprint"));
        }
        Optional<String> answer =
                context.terminal().prompt().line(context.messages().get("ask.trust"));
        return answer.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("ya") || text.equals("yes"))
                .isPresent();
    }

    /** The whole fingerprint of the only certificate: a part of one can be made to fit. */
    private static boolean named(List<TrustedCertificate> offered, String said) {
        return offered.size() == 1 && plain(offered.getFirst().fingerprint()).equals(plain(said));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
    }
}
