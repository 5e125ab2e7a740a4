package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.ErrorJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.VerifyJson;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.SignerException;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
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

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public VerifyCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException {
        if (content != null && files.size() > 1) {
            throw CommandException.wrongCall(context.messages().get("call.content-one"));
        }
        context.profile();
        Instant when = Optional.ofNullable(at).orElseGet(() -> context.clock().instant());
        SignedFileVerifier verifier = new SignedFileVerifier(
                new VerificationSettings(context.anchors(trust.folder()), when), context.rules());
        List<VerifyJson.FileJson> judged = new ArrayList<>();
        List<ExitCode> codes = new ArrayList<>();
        for (Path file : files) {
            judged.add(judge(verifier, file, codes));
        }
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), new VerifyJson(judged));
        }
        return exitCode(codes).value();
    }

    private VerifyJson.FileJson judge(SignedFileVerifier verifier, Path file, List<ExitCode> codes) {
        Explanation inJson;
        Explanation told;
        try {
            FileReport report = verifier.verify(file, Optional.ofNullable(content));
            boolean valid = report.signed() && report.verdict().isValid();
            codes.add(valid ? ExitCode.OK : ExitCode.PARTLY);
            new ReportPrinter(context).print(report);
            return VerifyJson.of(report);
        } catch (SignerException e) {
            inJson = context.jsonTexts().problems().explain(e.problem());
            told = context.texts().problems().explain(e.problem());
        } catch (IOException e) {
            inJson = context.jsonTexts().problems().explain(e);
            told = context.texts().problems().explain(e);
        }
        codes.add(inJson.exit());
        context.complain(told.whole());
        return VerifyJson.unreadable(file.toString(), ErrorJson.of(inJson));
    }

    /** The only file's own code; 1 as soon as one of several is not valid. */
    private static ExitCode exitCode(List<ExitCode> codes) {
        if (codes.size() == 1) {
            return codes.getFirst();
        }
        return codes.stream().allMatch(code -> code == ExitCode.OK) ? ExitCode.OK : ExitCode.PARTLY;
    }
}
