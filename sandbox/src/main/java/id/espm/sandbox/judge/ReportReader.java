package id.espm.sandbox.judge;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignerRole;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns DSS's reports into {@link JudgedSignature}s. */
final class ReportReader {
    private ReportReader() {}

    static List<JudgedSignature> read(String name, DSSDocument document, Reports reports) {
        SimpleReport report = reports.getSimpleReport();
        return reports.getDiagnosticData().getSignatures().stream()
                .map(s -> read(name, document, s, report))
                .toList();
    }

    private static JudgedSignature read(
            String name, DSSDocument document, SignatureWrapper signature, SimpleReport report) {
        String id = signature.getId();
        Optional<CertificateWrapper> certificate = Optional.ofNullable(signature.getSigningCertificate());
        Optional<Long> revision = revisionEnd(signature);
        return new JudgedSignature(
                document(name, signature),
                id,
                report.getIndication(id).name(),
                Optional.ofNullable(report.getSubIndication(id)).map(Enum::name),
                signature.getSignatureFormat().toString(),
                intact(signature),
                certificate.map(CertificateWrapper::getCommonName),
                certificate.map(c -> new BigInteger(c.getSerialNumber())),
                signature.isTrustedChain()
                        && signature.getCertificateChain().stream().anyMatch(ReportReader::revocationUnknown),
                Optional.ofNullable(signature.getClaimedSigningTime()).map(Date::toInstant),
                place(signature),
                signature.getSignerRoles().stream().map(XmlSignerRole::getRole).toList(),
                coversAll(document, signature, revision),
                revision,
                signature.getSignatureScopes().stream()
                        .map(XmlSignatureScope::getName)
                        .filter(Objects::nonNull)
                        .toList(),
                texts(report.getAdESValidationErrors(id)),
                texts(report.getAdESValidationWarnings(id)));
    }

    /** Inside a container the signature's own file is part of the answer. */
    private static String document(String name, SignatureWrapper signature) {
        @Nullable String file = signature.getFilename();
        return file != null && file.startsWith("META-INF/") ? name + "!" + file : name;
    }

    private static boolean intact(SignatureWrapper signature) {
        return signature.isSignatureIntact()
                && !signature.getDigestMatchers().isEmpty()
                && signature.getDigestMatchers().stream().allMatch(m -> m.isDataFound() && m.isDataIntact());
    }

    private static boolean revocationUnknown(CertificateWrapper certificate) {
        boolean namesResponders = !certificate.getOCSPAccessUrls().isEmpty()
                || !certificate.getCRLDistributionPoints().isEmpty();
        return !certificate.isTrusted() && namesResponders && !certificate.isRevocationDataAvailable();
    }

    private static Optional<String> place(SignatureWrapper signature) {
        PDFRevisionWrapper revision = signature.getPDFRevision();
        Optional<String> fromPdf = Optional.ofNullable(revision).map(PDFRevisionWrapper::getLocation);
        return fromPdf.or(() -> Optional.ofNullable(signature.getCity()))
                .or(() -> Optional.ofNullable(signature.getPostalAddress())
                        .filter(lines -> !lines.isEmpty())
                        .map(lines -> String.join(", ", lines)));
    }

    private static Optional<Long> revisionEnd(SignatureWrapper signature) {
        return Optional.ofNullable(signature.getPDFRevision())
                .map(PDFRevisionWrapper::getSignatureByteRange)
                .filter(range -> range.size() == 4)
                .map(range -> range.get(2).add(range.get(3)).longValueExact());
    }

    private static boolean coversAll(DSSDocument document, SignatureWrapper signature, Optional<Long> revision) {
        if (revision.isPresent() && document instanceof FileDocument file) {
            return revision.get() == file.getFile().length();
        }
        return !signature.getSignatureScopes().isEmpty()
                && signature.getSignatureScopes().stream().allMatch(s -> s.getScope() == SignatureScopeType.FULL);
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getValue).toList();
    }
}
