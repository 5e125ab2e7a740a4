package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.CertJson;
import id.espm.app.cli.json.ErrorJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.PassphraseOptions;
import id.espm.app.cli.option.TrustOption;
import id.espm.app.signing.CertificateGate;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.signer.Jabatan;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.trust.CertificateTrust;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
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

    @Parameters(paramLabel = "FILE", descriptionKey = "cert-file")
    private Path file = Path.of("");

    @Option(names = "--jabatan", paramLabel = "JABATAN", descriptionKey = "jabatan")
    private @Nullable Jabatan jabatan;

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    public CertCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    /** A certificate with the others of its file, and what forbids signing with it. */
    private record Found(List<X509Certificate> chain, Optional<Problem> objection, boolean revocationUnknown) {
        Found(List<X509Certificate> chain, Problem objection) {
            this(chain, Optional.of(objection), false);
        }

        Found(List<X509Certificate> chain, CertificateGate gate) {
            this(chain, gate.objection(), gate.revocationUnknown());
        }
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException {
        context.profile();
        Found found = find();
        CertificateView view = new CertificateView(context, context.rules());
        CertJson document = new CertJson(
                file.toString(),
                found.chain().isEmpty() ? null : view.json(found.chain().getFirst()),
                found.objection().isEmpty(),
                found.chain().isEmpty() ? null : view.verdictWord(trust(found.chain())),
                view.authority(Optional.ofNullable(jabatan).or(this::ofProfile)),
                found.objection()
                        .map(problem ->
                                ErrorJson.of(context.jsonTexts().problems().explain(problem)))
                        .orElse(null));
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), document);
        } else if (!found.chain().isEmpty()) {
            view.print(found.chain().getFirst(), trust(found.chain()));
        }
        Optional<Explanation> objection =
                found.objection().map(problem -> context.texts().problems().explain(problem));
        objection.ifPresent(explanation -> context.complain(explanation.whole()));
        if (objection.isEmpty() && !context.json().asked()) {
            view.printAuthority(document.authority());
            context.print(context.messages().get("cert.may-sign"));
        }
        if (found.revocationUnknown()) {
            context.tell(context.messages().get("cert.revocation-unknown"));
        }
        return objection.map(Explanation::exit).orElse(ExitCode.OK).value();
    }

    private Optional<Jabatan> ofProfile() {
        try {
            return context.profile().jabatan();
        } catch (SignerException e) {
            throw new IllegalStateException("the profile was read before", e);
        }
    }

    private Found find() throws CommandException, SignerException, IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return new Found(List.of(), new Problem.FileUnreadable(file));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Instant now = context.clock().instant();
        if (name.endsWith(".pem")) {
            return new Found(certificatesIfAny(), new Problem.PemNotUsable(file));
        }
        if (CERTIFICATE_ENDINGS.stream().anyMatch(name::endsWith)) {
            List<X509Certificate> certificates = certificatesIfAny();
            return certificates.isEmpty()
                    ? new Found(certificates, new Problem.NotPkcs12(file))
                    : new Found(certificates, CertificateGate.of(certificates, now));
        }
        return openKey(now);
    }

    private Found openKey(Instant now) throws CommandException, SignerException, IOException {
        try (Secret secret = passphrase.fetch(context, file);
                SigningKey key = KeyFile.open(file, secret)) {
            return new Found(key.chain(), CertificateGate.of(key.chain(), now));
        } catch (SignerException e) {
            if (e.problem() instanceof Problem.OfKey) {
                return new Found(List.of(), e.problem());
            }
            throw e;
        }
    }

    /** The certificates in the file; a .pem's are shown although it cannot be used. */
    private List<X509Certificate> certificatesIfAny() throws IOException {
        try {
            return TrustAnchors.readFile(file);
        } catch (SignerException e) {
            return List.of();
        }
    }

    private Verdict trust(List<X509Certificate> chain) throws IOException, SignerException {
        return new CertificateTrust(context.anchors(trust.folder()))
                .judge(chain.getFirst(), chain, context.clock().instant());
    }
}
