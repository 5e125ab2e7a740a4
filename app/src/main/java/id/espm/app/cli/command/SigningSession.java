package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchSigner;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.RecordedSigner;
import id.espm.app.text.Texts;
import id.espm.signer.Caution;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** An official's key that is open and was found fit to sign, with all that signing by it needs; for one run, or for a watch. */
final class SigningSession implements AutoCloseable {
    private final CommandContext context;
    private final SigningCall call;
    private final SigningKey key;
    private final ChosenMethod chosen;
    private final Optional<VisibleSignature> visible;
    private final Optional<String> alasan;
    /** Read once: the reason is read at KPPN, so it is Indonesian whatever language the user reads. */
    private final Texts indonesian;

    private SigningSession(CommandContext context, SigningCall call, SigningKey key, ChosenMethod chosen)
            throws SignerException {
        this.context = context;
        this.call = call;
        this.key = key;
        this.chosen = chosen;
        this.visible = call.signing().visible();
        this.alasan = call.details().alasan().or(context.profile()::alasan);
        this.indonesian = context.jsonTexts();
    }

    /**
     * Asks for the passphrase, opens the key and judges its certificate; cautions are told.
     *
     * @throws SignerException what forbids signing with this key
     */
    static SigningSession open(CommandContext context, SigningCall call)
            throws CommandException, SignerException, IOException {
        SigningKey key = call.key().open(context);
        boolean open = false;
        try {
            ChosenMethod chosen = call.signing().open(context);
            try (SigningAuthority authority = call.signing().authority(context)) {
                Assessment assessment = authority.assess(
                        AssessmentRequest.of(key.chain(), context.clock().instant()));
                if (assessment.objection().isPresent()) {
                    throw new SignerException(assessment.objection().get());
                }
                assessment.cautions().forEach(caution -> tell(context, caution));
                SigningSession session = new SigningSession(context, call, assessment.complete(key), chosen);
                open = true;
                return session;
            } finally {
                if (!open) {
                    chosen.close();
                }
            }
        } finally {
            if (!open) {
                key.close();
            }
        }
    }

    /** Signs what was checked, and writes down each signing. */
    List<BatchItem> sign(
            List<BatchItem> items,
            PackageSigner signer,
            BatchSigner workers,
            History history,
            BatchSigner.Listener listener)
            throws SignerException, InterruptedException {
        RecordedSigner recorded = new RecordedSigner(signer, history, call.rerun() != SigningCall.Rerun.SINGLE);
        if (!call.signing().acceptsClock()) {
            recorded.requireClock(context.clock().instant());
        }
        List<BatchItem> signed = workers.sign(items, (item, checked) -> sign(recorded, item, checked), listener);
        chosen.drift().ifPresent(drift -> tell(context, drift));
        return signed;
    }

    private SignedPackage sign(RecordedSigner recorded, BatchItem item, CheckedPackage checked)
            throws SignerException, IOException {
        return recorded.sign(item, checked, key, optionsFor(checked.source()), SigningListener.NONE);
    }

    private SigningOptions optionsFor(SigningPackage paket) {
        String reason = alasan.orElseGet(
                () -> indonesian.get("alasan.default", indonesian.words().of(paket.jenis())));
        ZonedDateTime now = ZonedDateTime.now(context.clock().withZone(context.zone()));
        return new SigningOptions.Builder(call.output().outOrHere(), reason, now)
                .overwrite(call.output().force())
                .method(chosen.method())
                .visible(visible)
                .build();
    }

    private static void tell(CommandContext context, Caution caution) {
        context.tell(context.texts().cautions().tell(caution));
    }

    @Override
    public void close() {
        try (key) {
            chosen.close();
        }
    }
}
