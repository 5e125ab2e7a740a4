package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.signer.SignatureLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How packages are signed, besides by whom and where to. */
public final class SigningOptionsGroup {
    @Option(names = "--level", paramLabel = "B-B", descriptionKey = "level")
    private @Nullable SignatureLevel level;

    @Option(names = "--split", descriptionKey = "split")
    private boolean split;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    /** A level that cannot be reached is an error, never silently a lower one. */
    public void requireReachable(CommandContext context) throws CommandException {
        SignatureLevel asked = level;
        if (asked != null && asked != SignatureLevel.B_B) {
            throw CommandException.wrongCall(context.messages().get("call.level", asked.label()));
        }
    }

    /** Whether too many SPM make several packages. */
    public boolean split() {
        return split;
    }

    /** Whether only checks are made. */
    public boolean dryRun() {
        return dryRun;
    }
}
