package id.espm.signer.asic;

import id.espm.signer.ByteSource;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Verdict;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.asic.container.EntryNames;
import id.espm.signer.cms.CmsVerifier;
import id.espm.signer.cms.CounterSignatures;
import id.espm.signer.cms.TimestampCheck;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges one ASiC container with CAdES: each signature over its manifest, or in ASiC-S over the one file; each manifest's
 * references; and that no file is left which no signature covers.
 */
final class AsicCheck {
    /** Of a signature with long-term data, in bytes. */
    private static final int MAX_SIGNATURE = 64 << 20;

    private static final String EXTENDED = "application/vnd.etsi.asic-e+zip";
    private static final String SIMPLE = "application/vnd.etsi.asic-s+zip";

    private final Container container;
    private final ContainerFiles files;
    private final String mediaType;
    private final CmsFileVerifier verifier;
    private final ReferenceCheck references;

    private final Map<String, ManifestFile> manifests = new LinkedHashMap<>();
    private final List<SignatureReport> signatures = new ArrayList<>();
    private final List<String> etsiReports = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> unclear = new ArrayList<>();

    AsicCheck(Container container, String mediaType, VerificationSettings settings) {
        this.container = container;
        this.files = ContainerFiles.of(container.names());
        this.mediaType = mediaType;
        this.verifier = new CmsFileVerifier(settings);
        this.references = new ReferenceCheck(container);
    }

    FileReport report(String name) throws IOException {
        for (String entry : files.manifests()) {
            readManifest(entry);
        }
        Set<String> signatureFiles = new HashSet<>(files.cades());
        for (ManifestFile manifest : manifests.values()) {
            if (!manifest.provesTime()) {
                signatureFiles.add(manifest.signature());
            }
        }
        if (signatureFiles.isEmpty() && wrong.isEmpty()) {
            return withoutSignature(name);
        }
        for (String entry : signatureFiles.stream().sorted().toList()) {
            checkSignature(entry);
        }
        checkProofsOfTime();
        checkForm();
        findUncovered(signatureFiles);
        if (signatures.isEmpty() && wrong.isEmpty() && unclear.isEmpty()) {
            // Without a judged signature nothing is valid, whatever the reason.
            unclear.add(Finding.of(Kind.FORMAT_FAILURE));
        }
        return FileReport.judged(name, signatures, wrong, unclear).withEtsiReports(etsiReports);
    }

    private FileReport withoutSignature(String name) {
        if (!files.xades().isEmpty()) {
            return FileReport.undecided(name, new Finding(Kind.FORM_UNKNOWN, "XAdES"));
        }
        if (!files.timestamps().isEmpty()) {
            return FileReport.undecided(name, new Finding(Kind.FORM_UNKNOWN, "TimeStampToken"));
        }
        return files.evidence().isEmpty()
                ? FileReport.unsigned(name, "")
                : FileReport.undecided(name, new Finding(Kind.FORM_UNKNOWN, "EvidenceRecord"));
    }

    private void readManifest(String entry) throws IOException {
        ManifestReading reading = container
                .read(entry, AsicManifestXml.MAX_SIZE)
                .map(AsicManifestXml::read)
                .orElseGet(() -> ManifestReading.refused("size"));
        Optional<AsicManifest> manifest = reading.manifest();
        if (reading.flaw().isPresent()) {
            boolean onlyForm = reading.flaw().get().equals(ManifestReading.FORM);
            (onlyForm ? unclear : wrong).add(new Finding(Kind.FORMAT_FAILURE, reading.detail(entry)));
        }
        if (manifest.isPresent()) {
            ManifestFile file = new ManifestFile(entry, manifest.get());
            if (manifests.putIfAbsent(file.signature(), file) != null) {
                // Readers would not agree which of the two is signed.
                unclear.add(new Finding(Kind.FORMAT_FAILURE, entry));
            }
        }
    }

    private void checkSignature(String entry) throws IOException {
        ManifestFile manifest = manifests.get(entry);
        if (!container.names().contains(entry)) {
            wrong.add(new Finding(Kind.ENTRY_MISSING, entry));
        } else if (manifest != null) {
            judge(entry, manifest.entry());
            ReferenceCheck.Coverage coverage = references.check(manifest.manifest());
            covered.addAll(coverage.covered());
            wrong.addAll(coverage.wrong());
            unclear.addAll(coverage.weak());
        } else if (files.objects().size() == 1 && !mediaType.equals(EXTENDED)) {
            judge(entry, files.objects().getFirst());
            covered.add(files.objects().getFirst());
        } else {
            unclear.add(new Finding(Kind.SIGNED_DATA_NOT_FOUND, entry));
        }
    }

    /** Judges a signature over the content of another entry. */
    private void judge(String entry, String signed) throws IOException {
        Optional<byte[]> cms = container.read(entry, MAX_SIGNATURE);
        if (cms.isEmpty()) {
            unclear.add(new Finding(Kind.FORMAT_FAILURE, "size: " + entry));
            return;
        }
        FileReport report = verifier.verifyDetached(entry, ByteSource.of(cms.get()), container.region(signed));
        signatures.addAll(report.signatures());
        etsiReports.addAll(report.etsiReports());
        if (!report.signed()) {
            wrong.add(new Finding(Kind.FORMAT_FAILURE, entry));
        } else if (report.verdict() instanceof Verdict.Indeterminate open
                && report.signatures().isEmpty()) {
            unclear.add(new Finding(
                    open.reason().kind(), entry + " " + open.reason().detail()));
        } else {
            report.findings().forEach(finding -> wrong.add(new Finding(finding.kind(), entry)));
        }
        boolean changed = report.signatures().stream()
                .anyMatch(s -> s.verdict() instanceof Verdict.Invalid invalid
                        && invalid.reason().kind() == Kind.HASH_FAILURE);
        if (changed) {
            wrong.add(new Finding(Kind.HASH_FAILURE, signed));
        }
        if (CmsVerifier.holdsContent(cms.get())) {
            unclear.add(new Finding(Kind.FORMAT_FAILURE, entry));
        }
        if (CounterSignatures.areIn(cms.get())) {
            unclear.add(new Finding(Kind.FORM_UNKNOWN, "counterSignature: " + entry));
        }
    }

    /** Timestamps and evidence records beside signatures: what does not hold proves nothing, and breaks no signature. */
    private void checkProofsOfTime() throws IOException {
        for (String entry : files.timestamps()) {
            ManifestFile manifest = manifests.get(entry);
            Optional<String> stamped = manifest != null
                    ? Optional.of(manifest.entry())
                    : files.objects().stream()
                            .filter(o -> files.objects().size() == 1)
                            .findFirst();
            if (stamped.isEmpty() || !isSound(entry, stamped.get())) {
                unclear.add(new Finding(Kind.TIMESTAMP_BROKEN, entry));
            }
        }
        for (ManifestFile manifest : manifests.values()) {
            if (manifest.provesTime()) {
                ReferenceCheck.Coverage coverage = references.check(manifest.manifest());
                boolean there = container.names().contains(manifest.signature());
                if (!there || !coverage.wrong().isEmpty() || !coverage.weak().isEmpty()) {
                    unclear.add(new Finding(Kind.TIMESTAMP_BROKEN, manifest.entry()));
                }
            }
        }
    }

    private boolean isSound(String timestamp, String stamped) throws IOException {
        Optional<byte[]> token = container.read(timestamp, MAX_SIGNATURE);
        return token.isPresent()
                && TimestampCheck.check(token.get(), () -> container.open(stamped))
                        .integrity()
                        .isValid();
    }

    private void checkForm() {
        if (!files.evidence().isEmpty()) {
            unclear.add(new Finding(Kind.FORM_UNKNOWN, "EvidenceRecord"));
        }
        if (!files.xades().isEmpty()) {
            unclear.add(new Finding(Kind.FORM_UNKNOWN, "XAdES"));
        }
        boolean typed = container.names().contains(ContainerWriter.MIMETYPE_ENTRY);
        if (typed && !mediaType.equals(EXTENDED) && !mediaType.equals(SIMPLE)) {
            unclear.add(new Finding(Kind.FORM_UNKNOWN, ContainerWriter.MIMETYPE_ENTRY));
        }
        for (String name : container.names()) {
            if (container.isNameUnclear(name)) {
                unclear.add(new Finding(Kind.FORM_UNKNOWN, "name: " + EntryNames.printable(name)));
            }
        }
    }

    private void findUncovered(Set<String> signatureFiles) {
        List<String> all = new ArrayList<>(files.objects());
        all.addAll(files.others());
        for (String name : all) {
            if (!covered.contains(name) && !signatureFiles.contains(name)) {
                unclear.add(new Finding(Kind.ENTRY_NOT_SEALED, EntryNames.printable(name)));
            }
        }
    }
}
