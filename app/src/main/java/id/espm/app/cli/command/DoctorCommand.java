package id.espm.app.cli.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.doctor.Checkup;
import id.espm.app.doctor.Condition;
import id.espm.app.doctor.Diagnosis;
import id.espm.app.doctor.Patient;
import id.espm.app.doctor.SupportFile;
import id.espm.app.proxy.OfficeProxies;
import id.espm.app.report.ReportFile;
import id.espm.app.settings.UserProfile;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Release;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks over this computer and the services that signing and sending depend on. */
@Command(name = "doctor", sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--offline", descriptionKey = "doctor-offline")
    private boolean offline;

    @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "doctor-bundle")
    private @Nullable Path bundle;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public DoctorCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    /** The document of {@code doctor}: docs/schema/doctor.json. */
    @JsonPropertyOrder({"version", "well", "checks", "bundle"})
    private record DoctorJson(
            String version,
            boolean well,
            List<Diagnosis> checks,
            @Nullable String bundle) {}

    @Override
    public Integer call() throws SignerException, IOException, InterruptedException {
        ReportFile support = bundle == null ? null : new ReportFile(bundle, force);
        if (support != null) {
            support.requireFree();
        }
        Patient patient = patient();
        Checkup checkup = new Checkup(patient, context.json().asked() ? context.jsonTexts() : context.texts());
        List<Diagnosis> found = checkup.run(this::print);
        boolean well = found.stream().noneMatch(each -> each.condition() == Condition.BAD);
        if (support != null) {
            new SupportFile(patient).write(support, found);
        }
        if (context.json().asked()) {
            JsonOutput.print(
                    context.terminal().out(),
                    new DoctorJson(Release.version(), well, found, bundle == null ? null : bundle.toString()));
        }
        conclude(found, well);
        return (well ? ExitCode.OK : ExitCode.PARTLY).value();
    }

    /** What cannot be read is one of the findings; the rest is looked at without it. */
    private Patient patient() throws IOException {
        Path folder = trust.folder().orElseGet(() -> context.settings().trust());
        UserProfile profile = profile();
        return new Patient(
                context.settings(),
                profile,
                folder,
                anchors(folder),
                OfficeProxies.of(profile.pac(), context.clock().withZone(profile.zoneOrSystem())),
                context.clock(),
                !offline);
    }

    private UserProfile profile() {
        try {
            return context.profile();
        } catch (SignerException e) {
            return UserProfile.none();
        }
    }

    private static TrustAnchors anchors(Path folder) throws IOException {
        try {
            return TrustAnchors.read(folder);
        } catch (SignerException e) {
            return TrustAnchors.none();
        }
    }

    private void print(Diagnosis found) {
        context.print(context.messages()
                .get(
                        "doctor.line",
                        context.messages().get("doctor.condition." + found.condition()),
                        context.messages().get("doctor.subject." + found.subject()),
                        found.message()));
        if (!found.next().isEmpty()) {
            context.print(context.messages().get("doctor.next", found.next()));
        }
    }

    private void conclude(List<Diagnosis> found, boolean well) {
        long bad = count(found, Condition.BAD);
        long cautions = count(found, Condition.CAUTION);
        context.print(
                well
                        ? context.messages().get("doctor.well", cautions)
                        : context.messages().get("doctor.ill", bad, cautions));
        if (bundle != null) {
            context.tell(context.messages().get("doctor.bundled", bundle.toString()));
        }
    }

    private static long count(List<Diagnosis> found, Condition condition) {
        return found.stream().filter(each -> each.condition() == condition).count();
    }
}
