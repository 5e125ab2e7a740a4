package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.CertJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.cli.option.KeyOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.report.ErrorJson;
import id.espm.app.signing.EspmRegistration;
import id.espm.app.signing.KeySetup;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.Jabatan;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.Registration;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.key.SigningKey;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a certificate is, whether it may sign, and if not what to do next. */
@Command(name = "cert", sortOptions = false)
public final class CertCommand implements Callable<Integer> {
    private static final List<String> CERTIFICATE_ENDINGS = List.of(".crt", ".cer", ".der", ".pem");

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "cert-file")
    private @Nullable Path file;

    @Option(names = "--jabatan", paramLabel = "JABATAN", descriptionKey = "jabatan")
    private @Nullable Jabatan jabatan;

    @Option(names = "--satker", paramLabel = "SATKER", descriptionKey = "satker")
    private @Nullable Satker satker;

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--espm", descriptionKey = "cert-espm")
    private boolean askEspm;

    @Mixin
    private EspmOptions espm = new EspmOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public CertCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    /** A certificate with the others of its source, and what is wrong with the source. */
    private record Found(String name, List<X509Certificate> chain, Optional<Problem> objection) {}

    @Override
    public Integer call() throws CommandException, SignerException, IOException, InterruptedException {
        context.profile();
        Found found = find();
        Optional<Assessment> assessment =
                found.chain().isEmpty() ? Optional.empty() : Optional.of(assess(found.chain()));
        Optional<Problem> objection = found.objection().or(() -> assessment.flatMap(Assessment::objection));
        CertificateView view = new CertificateView(
                context, context.rules(), KeySetup.nikPlaces(context.profile().key()));
        List<CertJson.AuthorityJson> authority = view.authority(role().map(SignerRole::jabatan)
                .or(() -> Optional.ofNullable(jabatan))
                .or(this::ofProfile));
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json(found, assessment, objection, view, authority));
        } else if (assessment.isPresent()) {
            view.print(found.chain().getFirst());
            view.printChecks(assessment.get());
        }
        return conclude(objection, view, authority);
    }

    private CertJson json(
            Found found,
            Optional<Assessment> assessment,
            Optional<Problem> objection,
            CertificateView view,
            List<CertJson.AuthorityJson> authority) {
        return new CertJson(
                found.name(),
                found.chain().isEmpty() ? null : view.json(found.chain().getFirst()),
                objection.isEmpty(),
                assessment.map(a -> a.light().name()).orElse(null),
                assessment.map(CertificateView::trustWord).orElse(null),
                assessment.map(a -> view.checks(a, context.jsonTexts())).orElse(List.of()),
                authority,
                objection
                        .map(problem ->
                                ErrorJson.of(context.jsonTexts().problems().explain(problem)))
                        .orElse(null));
    }

    private int conclude(Optional<Problem> objection, CertificateView view, List<CertJson.AuthorityJson> authority) {
        Optional<Explanation> explanation =
                objection.map(problem -> context.texts().problems().explain(problem));
        explanation.ifPresent(e -> context.complain(e.whole()));
        if (explanation.isEmpty() && !context.json().asked()) {
            view.printAuthority(authority);
            context.print(context.messages().get("cert.may-sign"));
        }
        return explanation.map(Explanation::exit).orElse(ExitCode.OK).value();
    }

    private Optional<Jabatan> ofProfile() {
        try {
            return context.profile().jabatan();
        } catch (SignerException e) {
            throw new IllegalStateException("the profile was read before", e);
        }
    }

    /** As what he signs, where both parts of it are said. */
    private Optional<SignerRole> role() throws SignerException {
        Optional<Satker> where = Optional.ofNullable(satker).or(context.profile()::satker);
        return Optional.ofNullable(jabatan).or(this::ofProfile).flatMap(as -> where.map(at -> new SignerRole(as, at)));
    }

    private Assessment assess(List<X509Certificate> chain)
            throws CommandException, SignerException, IOException, InterruptedException {
        Optional<Registration> known = askEspm ? Optional.of(registration()) : Optional.empty();
        try (SigningAuthority authority = context.authority(trust.folder())) {
            return authority.assess(
                    new AssessmentRequest(chain, role(), known, context.clock().instant()));
        }
    }

    private Registration registration() throws CommandException, SignerException, InterruptedException {
        EspmSettings settings = espm.settings(context);
        String user = espm.user(context);
        char[] password = espm.password(context, user);
        try (EspmClient client = EspmClient.open(settings)) {
            return EspmRegistration.of(client.login(user, password).profile());
        } catch (EspmException e) {
            throw new CommandException(context.texts().espm().explain(e));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Found find() throws CommandException, SignerException, IOException {
        if (file == null) {
            return ofKey("", Optional.empty());
        }
        String name = file.toString();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return new Found(name, List.of(), Optional.of(new Problem.FileUnreadable(file)));
        }
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".pem")) {
            return new Found(name, certificatesIfAny(file), Optional.of(new Problem.PemNotUsable(file)));
        }
        if (CERTIFICATE_ENDINGS.stream().anyMatch(ending::endsWith)) {
            List<X509Certificate> certificates = certificatesIfAny(file);
            return new Found(
                    name,
                    certificates,
                    certificates.isEmpty() ? Optional.of(new Problem.NotPkcs12(file)) : Optional.empty());
        }
        return ofKey(name, Optional.of(file));
    }

    private Found ofKey(String name, Optional<Path> from) throws CommandException, SignerException, IOException {
        try (SigningKey opened = from.isPresent() ? key.open(context, from.get()) : key.open(context)) {
            return new Found(name, opened.chain(), Optional.empty());
        } catch (SignerException e) {
            if (e.problem() instanceof Problem.OfKey) {
                return new Found(name, List.of(), Optional.of(e.problem()));
            }
            throw e;
        }
    }

    /** The certificates in the file; a .pem's are shown although it cannot be used. */
    private static List<X509Certificate> certificatesIfAny(Path from) throws IOException {
        try {
            return TrustAnchors.readFile(from);
        } catch (SignerException e) {
            return List.of();
        }
    }
}
