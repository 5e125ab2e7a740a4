package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.option.JobsOption;
import id.espm.app.cli.option.ReportOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.report.ReportFile;
import id.espm.app.report.RevocationText;
import id.espm.app.report.SignatureDetails;
import id.espm.app.report.VerificationReports;
import id.espm.app.report.VerificationSheet;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.app.verification.SignedFiles;
import id.espm.app.verification.VerificationRun;
import id.espm.app.verification.VerificationTerms;
import id.espm.signer.SignerException;
import id.espm.signer.network.Proxies;
import id.espm.signer.opinion.DssJudge;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges signed files: a verdict per signature, then per file. */
@Command(name = "verify", sortOptions = false)
public final class VerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "verify-file")
    private List<Path> files = List.of();

    @Option(names = "--content", paramLabel = "FILE", descriptionKey = "content")
    private @Nullable Path content;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "at")
    private @Nullable Instant at;

    @Option(names = "--online", descriptionKey = "online")
    private boolean online;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public VerifyCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        DssJudge.prepare();
        context.profile();
        int workers = jobs.jobs(context);
        List<Path> judged = judged();
        Instant now = context.clock().instant();
        Instant when = Optional.ofNullable(at).orElse(now);
        for (ReportFile target : report.files()) {
            target.requireFree();
        }
        VerificationReports reports = reports(now, when);
        SignedFileVerifier verifier = new SignedFileVerifier(settings(when, reports.wantsXml()), context.rules());
        VerifyOutput output = new VerifyOutput(
                context,
                new ReportPrinter(
                        context,
                        details(context.texts(), when, context.messages().get("verify.use-online"))),
                reports,
                judged.size(),
                files);
        new VerificationRun(verifier, workers).run(judged, Optional.ofNullable(content), output);
        return output.end().value();
    }

    /** The files that the call names, and those in its folders. */
    private List<Path> judged() throws CommandException, IOException {
        List<Path> found = new ArrayList<>();
        SignedFiles finder = new SignedFiles(report.paths());
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                List<Path> inside = finder.below(file);
                requireAny(inside, file);
                found.addAll(inside);
            } else {
                found.add(file);
            }
        }
        if (content != null && (found.size() > 1 || !files.containsAll(found))) {
            throw CommandException.wrongCall(context.messages().get("call.content-one"));
        }
        report.requireNoneOf(found, context);
        return found;
    }

    private void requireAny(List<Path> inside, Path folder) throws CommandException {
        if (inside.isEmpty()) {
            throw new CommandException(new Explanation(
                    "NO_SIGNED_FILE",
                    context.messages().get("verify.nothing", folder.toString()),
                    "",
                    ExitCode.DOCUMENTS));
        }
    }

    private VerificationSettings settings(Instant when, boolean xml) throws IOException, SignerException {
        return new VerificationTerms(context.anchors(trust.folder()), when, asked(), xml).settings();
    }

    private Optional<Proxies> asked() throws SignerException {
        return online ? Optional.of(Proxies.chosenBy(context.proxies())) : Optional.empty();
    }

    private VerificationReports reports(Instant now, Instant when) {
        Texts texts = context.texts();
        return new VerificationReports(
                report.files(), new VerificationSheet(texts, details(texts, when, ""), now, when), context.jsonTexts());
    }

    private SignatureDetails details(Texts texts, Instant when, String advice) {
        return new SignatureDetails(texts, when, new RevocationText(texts, online, advice));
    }
}
