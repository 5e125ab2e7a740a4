package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SignJson;
import id.espm.app.cli.option.DetailOptions;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.OutputOptions;
import id.espm.app.cli.option.SigningOptionsGroup;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.BatchSigner;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.Failure;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Texts;
import id.espm.signer.Caution;
import id.espm.signer.SignerException;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.PackageSplit;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code sign} and {@code batch} share: check all, ask once for the passphrase, sign, tell. */
final class SigningWork {
    private static final Logger LOG = LoggerFactory.getLogger(SigningWork.class);

    private final CommandContext context;
    private final Options options;
    private final Rules rules;

    /** The option groups of both commands. */
    record Options(KeyOptions key, DetailOptions details, OutputOptions output, SigningOptionsGroup signing) {}

    SigningWork(CommandContext context, Options options) throws CommandException, SignerException {
        options.signing().signature(context);
        this.context = context;
        this.options = options;
        this.rules = context.rules();
    }

    /** A folder as one package, or as several where it is to be split. */
    List<BatchItem> read(Path folder) throws SignerException {
        try {
            return items(PackageFolder.read(
                    folder, options.details().details(), context.profile().details()));
        } catch (SignerException e) {
            return List.of(BatchItem.unreadable(folder, e.problem()));
        }
    }

    List<BatchItem> items(SigningPackage paket) {
        return options.signing().split()
                ? new PackageSplit(rules)
                        .split(paket).stream().map(BatchItem::read).toList()
                : List.of(BatchItem.read(paket));
    }

    /** Does the work and prints what came of it. */
    int run(List<BatchItem> items, int jobs)
            throws CommandException, SignerException, IOException, InterruptedException {
        long start = System.nanoTime();
        Optional<VisibleSignature> visible = options.signing().visible();
        BatchSigner signer =
                new BatchSigner(new PackageSigner(rules, options.signing().review(context)), jobs);
        ProgressLine progress = new ProgressLine(context);
        List<BatchItem> done = signer.check(items, listener(progress, "progress.checked"));
        progress.end();
        done.forEach(this::tellRepairs);
        DocumentCautions.of(done).forEach(this::tell);
        if (anyChecked(done)) {
            done = withKey(done, signer, visible, progress);
        }
        long elapsed = (System.nanoTime() - start) / 1_000_000;
        report(done, elapsed);
        return exitCode(done).value();
    }

    private List<BatchItem> withKey(
            List<BatchItem> items, BatchSigner signer, Optional<VisibleSignature> visible, ProgressLine progress)
            throws CommandException, SignerException, IOException, InterruptedException {
        if (options.signing().dryRun() && !options.key().isKnown(context)) {
            context.tell(context.messages().get("sign.key-not-checked"));
            return items;
        }
        try (SigningKey key = options.key().open(context);
                ChosenMethod chosen = options.signing().open(context);
                SigningAuthority authority = options.signing().authority(context)) {
            Assessment assessment = authority.assess(
                    AssessmentRequest.of(key.chain(), context.clock().instant()));
            require(assessment);
            if (options.signing().dryRun()) {
                return items;
            }
            List<BatchItem> signed = signer.sign(
                    items,
                    assessment.complete(key),
                    paket -> optionsFor(paket, chosen.method(), visible),
                    listener(progress, "progress.signed"));
            progress.end();
            chosen.drift().ifPresent(this::tell);
            return signed;
        } catch (SignerException e) {
            return BatchSigner.skip(items, new Failure.Refused(e.problem()));
        } finally {
            progress.end();
        }
    }

    private void require(Assessment assessment) throws SignerException {
        if (assessment.objection().isPresent()) {
            throw new SignerException(assessment.objection().get());
        }
        assessment.cautions().forEach(this::tell);
    }

    private void tell(Caution caution) {
        context.tell(context.texts().cautions().tell(caution));
    }

    private void tellRepairs(BatchItem item) {
        if (item.state() instanceof State.Checked ready) {
            ready.checked()
                    .damaged()
                    .forEach(pdf -> context.tell(context.messages().get("sign.repaired", pdf)));
        }
    }

    private static boolean anyChecked(List<BatchItem> items) {
        return items.stream().anyMatch(item -> item.state() instanceof State.Checked);
    }

    private SigningOptions optionsFor(SigningPackage paket, SigningMethod method, Optional<VisibleSignature> visible) {
        String alasan = options.details().alasan().or(this::profileAlasan).orElseGet(() -> {
            // The reason is read at KPPN, so it is Indonesian whatever language the user reads.
            Texts indonesian = context.jsonTexts();
            return indonesian.get("alasan.default", indonesian.words().of(paket.jenis()));
        });
        ZonedDateTime now = ZonedDateTime.now(context.clock().withZone(context.zone()));
        return new SigningOptions.Builder(options.output().outOrHere(), alasan, now)
                .overwrite(options.output().force())
                .method(method)
                .visible(visible)
                .build();
    }

    private Optional<String> profileAlasan() {
        try {
            return context.profile().alasan();
        } catch (SignerException e) {
            throw new IllegalStateException("the profile was read before", e);
        }
    }

    private BatchSigner.Listener listener(ProgressLine progress, String key) {
        return (item, done, total) -> {
            if (total > 1) {
                progress.show(
                        context.messages().get(key, done, total, item.source().toString()));
            }
        };
    }

    private void report(List<BatchItem> items, long elapsed) throws IOException {
        Texts texts = context.texts();
        for (BatchItem item : items) {
            tell(item, texts);
        }
        SignJson json = SignJson.of(items, context.jsonTexts().problems(), elapsed);
        LOG.info(
                "packages: {} signed, {} failed, {} skipped in {} ms",
                json.summary().signed(),
                json.summary().failed(),
                json.summary().skipped(),
                elapsed);
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json);
        } else if (items.size() > 1) {
            context.print(context.messages()
                    .get(
                            "sign.summary",
                            json.summary().signed(),
                            json.summary().failed(),
                            json.summary().skipped()));
        }
    }

    private void tell(BatchItem item, Texts texts) {
        String source = item.source().toString();
        switch (item.state()) {
            case State.Signed signed ->
                context.print(context.messages()
                        .get(
                                "sign.signed",
                                source,
                                signed.signed().bundle().toString(),
                                signed.signed().request().contents().dokumen().size(),
                                signed.signed().level().label()));
            case State.Checked checked -> context.print(context.messages().get("sign.checked", source));
            case State.Failed failed -> complain("sign.failed", source, failed.failure(), texts);
            case State.Skipped skipped -> complain("sign.skipped", source, skipped.reason(), texts);
            case State.Read read -> throw new IllegalStateException("a package was not worked on");
        }
    }

    private void complain(String key, String source, Failure failure, Texts texts) {
        String reason = SignJson.explain(failure, texts.problems()).whole();
        context.complain(context.messages().get(key, source, reason));
        if (failure instanceof Failure.Faulty faulty && context.globals().verbose()) {
            faulty.cause().printStackTrace(context.terminal().err());
        }
    }

    /** The only package's own code; 1 for several, unless the key alone kept all of them from being signed. */
    private ExitCode exitCode(List<BatchItem> items) {
        List<ExitCode> bad = new ArrayList<>();
        boolean onlyKey = true;
        for (BatchItem item : items) {
            if (item.state() instanceof State.Failed failed) {
                bad.add(exit(failed.failure()));
                onlyKey = false;
            } else if (item.state() instanceof State.Skipped skipped) {
                bad.add(exit(skipped.reason()));
            }
        }
        if (bad.isEmpty()) {
            return ExitCode.OK;
        }
        return items.size() == 1 || onlyKey ? bad.getFirst() : ExitCode.PARTLY;
    }

    private ExitCode exit(Failure failure) {
        return SignJson.explain(failure, context.jsonTexts().problems()).exit();
    }
}
