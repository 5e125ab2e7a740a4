package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.text.Texts;
import id.espm.signer.Jenis;
import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.sign.SigningOptions;
import java.time.ZonedDateTime;
import java.util.Optional;

/** How a call has each of its packages signed: where to, for what reason, and how it is seen. */
final class SigningTerms {
    private final CommandContext context;
    private final OutputOptions output;
    private final Optional<String> alasan;
    private final Optional<VisibleSignature> visible;
    /** The reason is read at KPPN, so it is Indonesian whatever language the user reads. Kept, for reading texts takes time. */
    private final Texts indonesian;

    /** @param said the reason that the call gives; without one it is the profile's, or the usual one */
    SigningTerms(
            CommandContext context, OutputOptions output, Optional<String> said, Optional<VisibleSignature> visible)
            throws SignerException {
        this.context = context;
        this.output = output;
        this.alasan = said.isPresent() ? said : context.profile().alasan();
        this.visible = visible;
        this.indonesian = context.jsonTexts();
    }

    /** The options for a package whose turn it is now. */
    SigningOptions options(Jenis jenis, SigningMethod method) {
        ZonedDateTime now = ZonedDateTime.now(context.clock().withZone(context.zone()));
        return new SigningOptions.Builder(output.outOrHere(), alasan.orElseGet(() -> usual(jenis)), now)
                .overwrite(output.force())
                .method(method)
                .visible(visible)
                .build();
    }

    private String usual(Jenis jenis) {
        return indonesian.get("alasan.default", indonesian.words().of(jenis));
    }
}
