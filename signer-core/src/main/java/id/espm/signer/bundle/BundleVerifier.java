package id.espm.signer.bundle;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a bundle: the container, every manifest and its signature, the seal, each document against the contents list, the
 * same officials everywhere, and the rules.
 */
public final class BundleVerifier {
    private final VerificationSettings settings;
    private final Rules rules;

    /** A verifier by these settings and rules; it may be used for any number of bundles. */
    public BundleVerifier(VerificationSettings settings, Rules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * Judges a bundle.
     *
     * @param name how the report calls it
     * @throws IOException     if the file cannot be read at all; never for a bad bundle
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public BundleReport verify(String name, Path bundle) throws IOException, SignerException {
        try (Container container = Container.open(bundle, Strictness.STRICT)) {
            return verify(name, container);
        } catch (SignerException e) {
            if (e.problem() instanceof Problem.BundleUnusable unusable) {
                return new BundleReport(FileReport.unreadable(name, unusable.finding()), Optional.empty());
            }
            throw e;
        }
    }

    private BundleReport verify(String name, Container container) throws IOException {
        ManifestCheck manifests = new ManifestCheck(container, settings);
        List<SignatureReport> signatures = manifests.signatures();
        List<Finding> findings = new ArrayList<>(manifests.findings());
        Optional<ContentsList> contents =
                container.read(ContentsList.ENTRY, ContentsListJson.MAX_SIZE).flatMap(ContentsListJson::read);
        if (contents.isEmpty()) {
            boolean there = container.names().contains(ContentsList.ENTRY);
            findings.add(new Finding(there ? Kind.FORMAT_FAILURE : Kind.ENTRY_MISSING, ContentsList.ENTRY));
            return new BundleReport(
                    FileReport.of(name, signatures, findings, List.of()).withEtsiReports(manifests.etsiReports()),
                    contents);
        }
        DocumentCheck documents = new DocumentCheck(container, settings, contents.get());
        List<FileReport> reports = documents.reports();
        findings.addAll(documents.surplus());
        findings.addAll(OfficialCheck.findings(manifests.officials(), reports));
        findings.addAll(new RuleCheck(rules, contents.get()).findings(manifests.officials()));
        return new BundleReport(
                FileReport.of(name, signatures, findings, reports).withEtsiReports(manifests.etsiReports()), contents);
    }
}
