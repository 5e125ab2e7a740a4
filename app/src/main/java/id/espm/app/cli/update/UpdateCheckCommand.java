package id.espm.app.cli.update;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.report.ErrorJson;
import id.espm.app.settings.UpdateSettings;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.PackageText;
import id.espm.app.text.Release;
import id.espm.app.update.PackageCheck;
import id.espm.app.update.PublishedRelease.ReleasePackage;
import id.espm.app.update.ReleaseChannel;
import id.espm.app.update.UpdateAnswer;
import id.espm.app.update.UpdateAnswer.Standing;
import id.espm.app.update.UpdateCheck;
import id.espm.app.update.UpdateException;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.network.Proxies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks once which version is the newest; the call is the consent. Nothing is downloaded. */
@Command(name = "check", sortOptions = false)
final class UpdateCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--verify", paramLabel = "FILE", descriptionKey = "update-verify")
    private @Nullable Path downloaded;

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    UpdateCheckCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws SignerException, IOException, InterruptedException {
        Optional<Path> file = Optional.ofNullable(downloaded);
        if (file.isPresent() && !(Files.isRegularFile(file.get()) && Files.isReadable(file.get()))) {
            throw new SignerException(new Problem.FileUnreadable(file.get()));
        }
        UpdateCheck check = check();
        check.channel()
                .address()
                .map(URI::getHost)
                .filter(host -> check.channel().obstacle().isEmpty())
                .ifPresent(host -> context.tell(context.messages().get("update.asking", host)));
        UpdateAnswer answer;
        try {
            answer = check.ask(Release.version());
        } catch (UpdateException e) {
            return refused(e);
        }
        Optional<PackageCheck> verified =
                file.isPresent() ? Optional.of(PackageCheck.of(file.get(), answer.release())) : Optional.empty();
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), UpdateJson.of(answer, verified));
        }
        print(answer);
        verified.ifPresent(this::print);
        return exit(answer, verified).value();
    }

    private UpdateCheck check() throws SignerException {
        UpdateSettings said = context.profile().updates();
        return new UpdateCheck(
                ReleaseChannel.builtIn().with(said.address(), said.keys()),
                Proxies.chosenBy(context.proxies()),
                context.settings().release(),
                context.clock());
    }

    private int refused(UpdateException e) throws IOException {
        if (context.json().asked()) {
            ErrorJson error = ErrorJson.of(context.jsonTexts().updates().explain(e.problem()));
            JsonOutput.print(context.terminal().out(), UpdateJson.of(Release.version(), error));
        }
        Explanation explanation = context.texts().updates().explain(e.problem());
        context.complain("espm-signer: " + explanation.whole());
        return explanation.exit().value();
    }

    private void print(UpdateAnswer answer) {
        context.print(context.texts().updates().tell(answer));
        context.print(context.texts().updates().next(answer));
        if (answer.standing() == Standing.CURRENT) {
            return;
        }
        PackageText sizes = new PackageText(context.texts().messages());
        for (ReleasePackage each :
                answer.release().packagesFor(context.platform().osName())) {
            context.print(context.messages().get("update.package", each.file(), sizes.size(each.size())));
            context.print(context.messages().get("update.sha256", each.sha256().hex()));
        }
    }

    private void print(PackageCheck verified) {
        context.print(context.messages()
                .get(
                        "update.verified." + verified.outcome(),
                        verified.file().toString(),
                        verified.listed().map(ReleasePackage::file).orElse("")));
        context.print(context.messages().get("update.sha256", verified.sha256().hex()));
    }

    /** Of a package that was named its verdict counts; else a version that is not cared for, or not known, is not good. */
    private static ExitCode exit(UpdateAnswer answer, Optional<PackageCheck> verified) {
        boolean good = verified.map(PackageCheck::isGenuine).orElse(answer.isSupported());
        return good ? ExitCode.OK : ExitCode.PARTLY;
    }
}
