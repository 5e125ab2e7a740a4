package id.espm.signer.bundle;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Sha256;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks each document of a bundle: its signatures, and its original against the contents list. */
final class DocumentCheck {
    private final Container container;
    private final CmsFileVerifier cms;
    private final PdfFileVerifier pdf;
    private final ContentsList contents;

    DocumentCheck(Container container, VerificationSettings settings, ContentsList contents) {
        this.container = container;
        this.cms = new CmsFileVerifier(settings);
        this.pdf = new PdfFileVerifier(settings);
        this.contents = contents;
    }

    List<FileReport> reports() throws IOException {
        List<FileReport> reports = new ArrayList<>();
        Set<String> judged = new HashSet<>();
        for (ContentsList.Document document : contents.dokumen()) {
            // What is listed twice is told by surplus(), and not worth judging twice.
            if (judged.add(document.entry())) {
                reports.add(report(document));
            }
        }
        return reports;
    }

    /** Documents that stand in the container but not in the contents list, and those listed twice. */
    List<Finding> surplus() {
        Set<String> listed = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (ContentsList.Document document : contents.dokumen()) {
            if (!listed.add(document.entry())) {
                findings.add(new Finding(Kind.ENTRY_DIFFERS, document.entry()));
            }
        }
        for (String name : container.names()) {
            boolean ours = name.equals(ContentsList.ENTRY)
                    || name.equals(ContainerWriter.MIMETYPE_ENTRY)
                    || name.startsWith("META-INF/");
            if (!ours && !listed.contains(name)) {
                findings.add(new Finding(Kind.ENTRY_NOT_SEALED, name));
            }
        }
        return findings;
    }

    private FileReport report(ContentsList.Document document) throws IOException {
        String entry = document.entry();
        boolean known = document.isAdk() || document.role().equals(ContentsList.Document.LAMPIRAN);
        if (!known || !container.names().contains(entry)) {
            return FileReport.unreadable(entry, new Finding(Kind.ENTRY_MISSING, entry));
        }
        return document.isAdk() ? adk(document) : lampiran(document);
    }

    private FileReport adk(ContentsList.Document document) throws IOException {
        DigestOutputStream content =
                new DigestOutputStream(OutputStream.nullOutputStream(), DigestAlgorithm.SHA256.newDigest());
        CountingOutput counted = new CountingOutput(content);
        FileReport report = cms.verifyEnveloping(document.entry(), container.region(document.entry()), counted);
        Sha256 hash = Sha256.ofDigest(content.getMessageDigest().digest());
        return withOriginal(report, document, counted.count() == document.size() && isOriginal(document, hash));
    }

    private FileReport lampiran(ContentsList.Document document) throws IOException {
        FileRegion region = container.region(document.entry());
        FileReport report = pdf.verify(document.entry(), region, document.size());
        boolean original = document.size() >= 0 && document.size() < region.length();
        if (original) {
            try (InputStream in = region.part(0, document.size()).open()) {
                original = isOriginal(document, Sha256.of(in));
            }
        }
        return withOriginal(report, document, original);
    }

    private static boolean isOriginal(ContentsList.Document document, Sha256 hash) {
        return hash.hex().equals(document.sha256());
    }

    private static FileReport withOriginal(FileReport report, ContentsList.Document document, boolean original) {
        if (original) {
            return report;
        }
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.add(new Finding(Kind.ENTRY_DIFFERS, document.entry()));
        return FileReport.of(report.name(), report.signatures(), findings, report.documents())
                .withEtsiReports(report.etsiReports());
    }
}
