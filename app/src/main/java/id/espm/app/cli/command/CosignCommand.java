package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OfficialOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.history.History;
import id.espm.app.signing.BundleCosigning;
import id.espm.app.signing.CosignItem;
import id.espm.app.signing.CosignItem.State;
import id.espm.app.signing.Failure;
import id.espm.app.signing.OutputFolder;
import id.espm.app.signing.RecordedCosigner;
import id.espm.app.signing.RecordedSigner;
import id.espm.signer.Problem.PackageDetailMissing;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.sign.CosignRequest;
import id.espm.signer.sign.PackageCosigner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds one more official's signatures to signed bundles: check all, ask once for the passphrase, sign, tell. */
@Command(name = "cosign", sortOptions = false)
public final class CosignCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", descriptionKey = "cosign-bundle")
    private List<Path> bundles = List.of();

    @Mixin
    private OfficialOptions official = new OfficialOptions();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SigningOptionsGroup signing = new SigningOptionsGroup();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public CosignCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        if (signing.split()) {
            throw CommandException.wrongCall(context.messages().get("call.cosign-split"));
        }
        signing.signature(context);
        long start = System.nanoTime();
        SigningTerms terms = new SigningTerms(context, output, official.alasan(), signing.visible());
        PackageCosigner cosigner = new PackageCosigner(context.rules(), context.clock());
        List<CosignItem> done = check(new BundleCosigning(cosigner));
        if (done.stream().anyMatch(item -> item.state() instanceof State.Checked)) {
            done = withKey(done, cosigner, terms);
        }
        return new CosignOutput(context).end(done, (System.nanoTime() - start) / 1_000_000);
    }

    private List<CosignItem> check(BundleCosigning cosigning) throws SignerException, InterruptedException {
        PackageDetails profile = context.profile().details();
        ProgressLine progress = new ProgressLine(context);
        List<Path> open = once(bundles);
        List<CosignItem> done = new ArrayList<>();
        for (Path bundle : open) {
            done.add(cosigning.check(bundle, file -> request(file, profile)));
            show(progress, "progress.checked", done.size(), open.size(), bundle);
        }
        progress.end();
        return done;
    }

    /** A bundle that is named twice is signed once. */
    private static List<Path> once(List<Path> named) {
        Map<Path, Path> once = new LinkedHashMap<>();
        named.forEach(bundle -> once.putIfAbsent(bundle.toAbsolutePath().normalize(), bundle));
        return List.copyOf(once.values());
    }

    private CosignRequest request(Path bundle, PackageDetails profile) throws SignerException {
        return new CosignRequest(
                bundle,
                official.jabatan().or(profile::jabatan).orElseThrow(() -> missing(bundle, Detail.JABATAN)),
                official.satker().or(profile::satker),
                official.lokasi()
                        .or(profile::lokasi)
                        .filter(place -> !place.isBlank())
                        .orElseThrow(() -> missing(bundle, Detail.LOKASI)));
    }

    private static SignerException missing(Path bundle, Detail detail) {
        return new SignerException(new PackageDetailMissing(bundle, detail));
    }

    private List<CosignItem> withKey(List<CosignItem> items, PackageCosigner cosigner, SigningTerms terms)
            throws CommandException, SignerException, IOException, InterruptedException {
        if (signing.dryRun() && !key.isKnown(context)) {
            context.tell(context.messages().get("sign.key-not-checked"));
            return items;
        }
        try {
            if (signing.dryRun()) {
                SigningSession.open(context, key, signing).close();
                return items;
            }
            return sign(items, cosigner, terms);
        } catch (SignerException e) {
            return BundleCosigning.skip(items, new Failure.Refused(e.problem()));
        }
    }

    /** The history is opened first: nothing is asked for as long as nothing could be written. */
    private List<CosignItem> sign(List<CosignItem> items, PackageCosigner cosigner, SigningTerms terms)
            throws CommandException, SignerException, IOException, InterruptedException {
        new OutputFolder(output.outOrHere()).requireWritable();
        try (History history = History.open(context.settings().history())) {
            RecordedCosigner recorded = new RecordedCosigner(cosigner, history);
            if (!signing.acceptsClock()) {
                RecordedSigner.requireClock(history, context.clock().instant());
            }
            try (SigningSession session = SigningSession.open(context, key, signing)) {
                return sign(items, terms, session, recorded);
            }
        }
    }

    private List<CosignItem> sign(
            List<CosignItem> items, SigningTerms terms, SigningSession session, RecordedCosigner recorded)
            throws InterruptedException {
        ProgressLine progress = new ProgressLine(context);
        List<CosignItem> signed = new ArrayList<>();
        for (CosignItem item : items) {
            signed.add(BundleCosigning.sign(
                    item,
                    checked -> recorded.sign(
                            checked,
                            session.key(),
                            terms.options(checked.contents().jenis(), session.method()))));
            show(progress, "progress.signed", signed.size(), items.size(), item.bundle());
        }
        progress.end();
        session.tellDrift();
        return signed;
    }

    private void show(ProgressLine progress, String text, int done, int total, Path bundle) {
        if (total > 1) {
            progress.show(context.messages().get(text, done, total, bundle.toString()));
        }
    }
}
