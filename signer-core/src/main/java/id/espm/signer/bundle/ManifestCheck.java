package id.espm.signer.bundle;

import id.espm.signer.ByteSource;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Verdict;
import id.espm.signer.asic.AsicManifest;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.ManifestReading;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.cms.CmsForm;
import id.espm.signer.trust.CertificateTrust;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the manifests of a container, their signatures, and that the seal covers everything. */
final class ManifestCheck {
    static final int MAX_SIZE = 4 << 20;
    private static final Pattern PACKAGE_MANIFEST = Pattern.compile("META-INF/ASiCManifest-paket-[0-9]{2}\\.xml");

    private final Container container;
    private final VerificationSettings settings;
    private final CmsFileVerifier verifier;
    private final List<SignatureReport> officials = new ArrayList<>();
    private final List<SignatureReport> seal = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> etsiReports = new ArrayList<>();

    ManifestCheck(Container container, VerificationSettings settings) throws IOException {
        this.container = container;
        this.settings = settings;
        this.verifier = new CmsFileVerifier(settings);
        for (String name : container.names()) {
            if (PACKAGE_MANIFEST.matcher(name).matches()) {
                checkPackage(name);
            }
        }
        if (officials.isEmpty()) {
            findings.add(new Finding(Kind.ENTRY_MISSING, ManifestNames.packageManifest(1)));
        }
        checkSeal();
    }

    /** The officials' signatures over the contents list, in the order of their numbers. */
    List<SignatureReport> officials() {
        return List.copyOf(officials);
    }

    /** The officials' signatures and the seal. */
    List<SignatureReport> signatures() {
        List<SignatureReport> all = new ArrayList<>(officials);
        all.addAll(seal);
        return all;
    }

    List<String> etsiReports() {
        return List.copyOf(etsiReports);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void checkPackage(String manifestEntry) throws IOException {
        Optional<AsicManifest> manifest = check(manifestEntry, officials);
        boolean coversContents = manifest.isPresent()
                && manifest.get().entries().stream().anyMatch(r -> r.entry().equals(ContentsList.ENTRY));
        if (!coversContents) {
            findings.add(new Finding(Kind.ENTRY_NOT_SEALED, ContentsList.ENTRY));
        }
    }

    private void checkSeal() throws IOException {
        if (!container.names().contains(ManifestNames.SEAL_MANIFEST)) {
            findings.add(new Finding(Kind.ENTRY_MISSING, ManifestNames.SEAL_MANIFEST));
            return;
        }
        Optional<AsicManifest> manifest = check(ManifestNames.SEAL_MANIFEST, seal);
        Set<String> covered = new HashSet<>(
                Set.of(ContainerWriter.MIMETYPE_ENTRY, ManifestNames.SEAL_MANIFEST, ManifestNames.SEAL_SIGNATURE));
        manifest.ifPresent(m -> m.entries().forEach(r -> covered.add(r.entry())));
        for (String name : container.names()) {
            if (!covered.contains(name)) {
                findings.add(new Finding(Kind.ENTRY_NOT_SEALED, name));
            }
        }
    }

    /** Checks one manifest: its signature, then each entry that it covers. */
    private Optional<AsicManifest> check(String manifestEntry, List<SignatureReport> signatures) throws IOException {
        Optional<byte[]> xml = container.read(manifestEntry, AsicManifestXml.MAX_SIZE);
        Optional<ManifestReading> reading = xml.map(AsicManifestXml::read);
        Optional<AsicManifest> manifest = reading.flatMap(ManifestReading::sound);
        if (manifest.isEmpty()) {
            String detail = reading.map(r -> r.detail(manifestEntry)).orElse(manifestEntry);
            findings.add(new Finding(Kind.FORMAT_FAILURE, detail));
            return Optional.empty();
        }
        String signatureEntry = manifest.get().signature();
        if (!signatureEntry.equals(
                manifestEntry.replace("ASiCManifest-", "signature-").replace(".xml", ".p7s"))) {
            findings.add(new Finding(Kind.FORMAT_FAILURE, manifestEntry));
        }
        checkSignature(manifestEntry, signatureEntry, xml.get(), signatures);
        for (AsicManifest.Reference reference : manifest.get().entries()) {
            checkReference(reference);
        }
        return manifest;
    }

    private void checkSignature(String manifestEntry, String entry, byte[] manifest, List<SignatureReport> signatures)
            throws IOException {
        Optional<byte[]> cms = container.read(entry, MAX_SIZE);
        if (cms.isEmpty()) {
            findings.add(new Finding(Kind.ENTRY_MISSING, entry));
            return;
        }
        FileReport report = verifier.verifyDetached(entry, ByteSource.of(cms.get()), ByteSource.of(manifest));
        signatures.addAll(report.signatures());
        etsiReports.addAll(report.etsiReports());
        if (!report.signed() || report.signatures().size() != 1) {
            findings.add(new Finding(Kind.FORMAT_FAILURE, entry));
            return;
        }
        SignatureReport signature = report.signatures().getFirst();
        if (signature.verdict() instanceof Verdict.Invalid invalid) {
            // A hash that does not match speaks of the manifest, everything else of the signature itself.
            boolean manifestChanged = invalid.reason().kind() == Kind.HASH_FAILURE;
            findings.add(new Finding(invalid.reason().kind(), manifestChanged ? manifestEntry : entry));
        }
        Optional<String> irregularity = CmsForm.irregularity(cms.get());
        if (irregularity.isPresent() || !report.findings().isEmpty() || !bagIsClean(signature)) {
            findings.add(new Finding(Kind.FORMAT_FAILURE, entry));
        }
    }

    /**
     * The certificates that a signature brings along are not signed themselves. In a trusted signature each must be sound, so
     * that no byte of a seal can be changed unseen.
     */
    private boolean bagIsClean(SignatureReport signature) {
        if (!signature.verdict().isValid()) {
            return true;
        }
        CertificateTrust trust = new CertificateTrust(settings.anchors());
        Instant at = signature.provenTime().orElse(settings.at());
        for (X509Certificate certificate : signature.bag()) {
            if (!trust.judge(certificate, signature.bag(), at).isValid()) {
                return false;
            }
        }
        return true;
    }

    private void checkReference(AsicManifest.Reference reference) throws IOException {
        if (!container.names().contains(reference.entry())) {
            findings.add(new Finding(Kind.ENTRY_MISSING, reference.entry()));
        } else if (!reference.algorithm().equals(Optional.of(DigestAlgorithm.SHA256))) {
            findings.add(new Finding(Kind.FORMAT_FAILURE, reference.method()));
        } else if (!container.hash(reference.entry()).hex().equals(reference.digest())) {
            findings.add(new Finding(Kind.HASH_FAILURE, reference.entry()));
        }
    }
}
