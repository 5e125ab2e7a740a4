package id.espm.signer.opinion;

import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import id.espm.signer.ByteSource;
import id.espm.signer.FileRegion;
import id.espm.signer.dss.OnlineSources;
import id.espm.signer.dss.Trusting;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.BoundedRun;
import id.espm.signer.verify.SecondJudge;
import id.espm.signer.verify.SecondOpinion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The EU's DSS as a second judge. Several threads may use one. */
public final class DssJudge implements SecondJudge {
    private final TrustAnchors anchors;
    private final OpinionLimits limits;
    private final Optional<OnlineSources> online;
    private final boolean reports;
    private final PolicyText policy;
    private final BoundedRun bounded;

    /**
     * @param anchors whom to trust
     * @param limits  how far to go with one file
     * @param online  where to ask about revocation and for missing issuers; then no signature is valid without word on it
     * @param reports whether to make validation reports (ETSI TS 119 102-2), of refused signatures as well
     */
    public DssJudge(TrustAnchors anchors, OpinionLimits limits, Optional<OnlineSources> online, boolean reports) {
        this.anchors = anchors;
        this.limits = limits;
        this.online = online;
        this.reports = reports;
        this.policy = new PolicyText(online.isPresent());
        this.bounded = new BoundedRun(limits.computing(), limits.waiting());
    }

    /** Begins to load DSS in the background, which takes longer than judging a file: worth calling before anything else. */
    public static void prepare() {
        // Two threads that come upon the log at once would have it say so.
        LoggerFactory.getILoggerFactory();
        Thread.ofPlatform().daemon().name("second-judge-loader").start(() -> {
            new PolicyText(false).load();
            Trusting.verifier(TrustAnchors.none());
        });
    }

    @Override
    public boolean reportsEverything() {
        return reports;
    }

    @Override
    public boolean wantsRevocation() {
        return online.isPresent();
    }

    @Override
    public SecondOpinion pdf(FileRegion pdf, Instant at) throws IOException {
        return judge(pdf.length(), at, () -> {
            PDFDocumentValidator validator = new PDFDocumentValidator(document(pdf));
            validator.setPdfObjFactory(withoutDrawing());
            return validator;
        });
    }

    @Override
    public SecondOpinion enveloping(ByteSource cms, Instant at) throws IOException {
        return judge(cms.length(), at, () -> new CMSDocumentValidator(new SourceDocument(cms)));
    }

    @Override
    public SecondOpinion detached(ByteSource cms, ByteSource content, Instant at) throws IOException {
        return judge(cms.length() + content.length(), at, () -> {
            SignedDocumentValidator validator = new CMSDocumentValidator(new SourceDocument(cms));
            validator.setDetachedContents(List.of(new SourceDocument(content)));
            return validator;
        });
    }

    /** A whole file is read in place. */
    private static DSSDocument document(FileRegion region) throws IOException {
        boolean whole = region.offset() == 0 && region.length() == Files.size(region.file());
        return whole ? new FileDocument(region.file().toFile()) : new SourceDocument(region);
    }

    /** What changed after a signature is the first judge's affair, who compares objects and draws nothing. */
    private static PdfBoxNativeObjectFactory withoutDrawing() {
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }

    private interface Opening {
        SignedDocumentValidator open() throws IOException;
    }

    private SecondOpinion judge(long size, Instant at, Opening opening) throws IOException {
        if (size > limits.maxSize()) {
            return new SecondOpinion.NotAsked(size + " bytes, limit " + limits.maxSize());
        }
        try {
            Optional<SecondOpinion> opinion = bounded.run(() -> validate(opening.open(), at));
            return opinion.orElseGet(() -> new SecondOpinion.Refused("did not come to an end"));
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause instanceof IOException unreadable) {
                throw unreadable;
            }
            // DSS says what it cannot read by unchecked exceptions of many kinds; none of them leaves this package.
            return new SecondOpinion.Refused(String.valueOf(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while judging");
        }
    }

    private SecondOpinion validate(SignedDocumentValidator validator, Instant at) {
        CommonCertificateVerifier verifier = Trusting.verifier(anchors);
        online.ifPresent(sources -> sources.connect(verifier));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        validator.setLocale(Locale.ENGLISH);
        validator.setEnableEtsiValidationReport(reports);
        Reports result = validator.validateDocument(policy.load());
        return new SecondOpinion.Given(
                OpinionReader.read(result, at),
                reports ? Optional.ofNullable(result.getXmlValidationReport()) : Optional.empty());
    }
}
