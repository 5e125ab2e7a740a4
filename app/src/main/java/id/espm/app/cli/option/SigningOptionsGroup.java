package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.SecretFile;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.key.Secret;
import id.espm.signer.network.Proxies;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.timestamp.TimestampSettings;
import id.espm.signer.timestamp.TsaLogin;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How packages are signed, besides by whom and where to. */
public final class SigningOptionsGroup {
    @Option(names = "--level", paramLabel = "B-B|B-T|B-LT|B-LTA", descriptionKey = "level")
    private @Nullable SignatureLevel level;

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "tsa")
    private List<URI> tsa = new ArrayList<>();

    @Option(names = "--tsa-user-file", paramLabel = "FILE", descriptionKey = "tsa-user-file")
    private @Nullable Path tsaUserFile;

    @Mixin
    private VisibleOptions visible = new VisibleOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--split", descriptionKey = "split")
    private boolean split;

    @Option(names = "--accept-clock", descriptionKey = "accept-clock")
    private boolean acceptClock;

    @Option(names = "--adk-password-file", paramLabel = "FILE", descriptionKey = "adk-password-file")
    private @Nullable Path adkPasswordFile;

    @Option(names = "--accept-differences", descriptionKey = "accept-differences")
    private boolean acceptDifferences;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    /**
     * What the call and the profile ask for.
     *
     * @throws CommandException for a level that these options cannot reach; it is never silently lowered
     */
    public SignatureSettings signature(CommandContext context) throws CommandException, SignerException {
        SignatureSettings said =
                new SignatureSettings(Optional.ofNullable(level), tsa, Optional.ofNullable(tsaUserFile));
        SignatureSettings meant = context.profile().signature().under(said);
        for (URI address : meant.tsa()) {
            if (!TimestampSettings.isUsable(address)) {
                throw CommandException.wrongCall(context.messages().get("call.tsa"));
            }
        }
        if (meant.levelOrUsual() != SignatureLevel.B_B && meant.tsa().isEmpty()) {
            throw CommandException.wrongCall(
                    context.messages().get("call.level", meant.levelOrUsual().label()));
        }
        return meant;
    }

    /** The method for what was asked for. */
    public ChosenMethod open(CommandContext context) throws CommandException, SignerException, IOException {
        SignatureSettings meant = signature(context);
        SignatureLevel asked = meant.levelOrUsual();
        if (asked == SignatureLevel.B_B) {
            return ChosenMethod.basic();
        }
        TrustAnchors anchors =
                asked.atLeast(SignatureLevel.B_LT) ? context.anchors(trust.folder()) : TrustAnchors.none();
        Optional<TsaLogin> login = meant.tsaUserFile().isPresent()
                ? Optional.of(login(context, meant.tsaUserFile().get()))
                : Optional.empty();
        return ChosenMethod.of(asked, meant.tsa(), login, anchors, Proxies.chosenBy(context.proxies()));
    }

    /** Who judges whether a certificate may sign; to be closed. */
    public SigningAuthority authority(CommandContext context) throws IOException, SignerException {
        return context.authority(trust.folder());
    }

    /**
     * How packages are compared with their ADKs. The password stays in memory as long as ADKs are read, which is to the end of the
     * call.
     */
    public ReviewSettings review(CommandContext context) throws CommandException, SignerException {
        Optional<Path> file = Optional.ofNullable(adkPasswordFile).or(context.profile()::adkPasswordFile);
        AdkReader reader = file.isPresent()
                ? AdkReader.withPassword(adkPassword(context, file.get()))
                : AdkReader.withoutPassword();
        return new ReviewSettings(reader, acceptDifferences);
    }

    private static Secret adkPassword(CommandContext context, Path file) throws CommandException, SignerException {
        return SecretFile.oneLine(file)
                .orElseThrow(() ->
                        CommandException.wrongCall(context.messages().get("call.adk-password-file", file.toString())));
    }

    private static TsaLogin login(CommandContext context, Path file) throws CommandException, SignerException {
        return SecretFile.login(file)
                .orElseThrow(() ->
                        CommandException.wrongCall(context.messages().get("call.tsa-user-file", file.toString())));
    }

    /**
     * How signatures in PDFs are seen, if they are.
     *
     * @throws SignerException for a place, a template or a picture that cannot be used
     */
    public Optional<VisibleSignature> visible() throws SignerException {
        return visible.visible();
    }

    /** Whether too many SPM make several packages. */
    public boolean split() {
        return split;
    }

    /** Whether a clock that stands before the last signing is right all the same. */
    public boolean acceptsClock() {
        return acceptClock;
    }

    /** Whether only checks are made. */
    public boolean dryRun() {
        return dryRun;
    }
}
