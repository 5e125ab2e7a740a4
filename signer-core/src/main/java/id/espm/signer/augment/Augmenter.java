package id.espm.signer.augment;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.LevelGap;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.timestamp.TimestampSource;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Raises a signature from B-T to B-LT or B-LTA: adds the chains and what OCSP and CRLs say of them, and for B-LTA an archive
 * timestamp over all of it. What cannot be had is a problem that names it, never a lower level. Several threads may use one.
 */
public final class Augmenter {
    /** By how much a document timestamp may be larger than the last token that was seen, in bytes. */
    private static final int MARGIN = 2048;

    private final TrustAnchors anchors;
    private final TimestampSource timestamps;
    private final EvidenceSources evidence;

    /**
     * @param anchors    to which the signer's, the TSA's and the responders' chains must lead
     * @param timestamps for archive timestamps
     * @param responders how they are asked
     */
    public Augmenter(TrustAnchors anchors, TimestampSource timestamps, RevocationSettings responders) {
        this.anchors = anchors;
        this.timestamps = timestamps;
        this.evidence = new EvidenceSources(anchors, responders);
    }

    /** Whom this one trusts. */
    public TrustAnchors anchors() {
        return anchors;
    }

    /**
     * Raises a detached CAdES signature; the content itself is not needed.
     *
     * @param detached      a ContentInfo at level B-T
     * @param digest        the hash function of the signature
     * @param contentDigest the content's hash by it
     * @param level         B-LT or B-LTA
     * @return the ContentInfo
     * @throws SignerException {@link Problem.LevelNotReached}, {@link Problem.TimestampUnavailable}
     */
    public byte[] cms(byte[] detached, DigestAlgorithm digest, byte[] contentDigest, SignatureLevel level)
            throws SignerException {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(
                level == SignatureLevel.B_LTA
                        ? eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_LTA
                        : eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_LT);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDetachedContents(List.of(new DigestDocument(theirs(digest), contentDigest)));
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(theirs(digest));
        return guard(level, () -> {
            CAdESService service = new CAdESService(evidence.verifier());
            service.setTspSource(new StampingSource(timestamps));
            return DSSUtils.toByteArray(service.extendDocument(new InMemoryDocument(detached), parameters));
        });
    }

    /**
     * Raises the signature of a PDF by further updates, so that the file is a prefix of the result.
     *
     * @param signed a PDF signed at level B-T
     * @param digest the hash function of a document timestamp
     * @param level  B-LT or B-LTA
     * @param out    receives the result; worthless if this throws
     * @throws SignerException {@link Problem.LevelNotReached}, {@link Problem.TimestampUnavailable}
     * @throws IOException     if writing fails
     */
    public void pdf(Path signed, DigestAlgorithm digest, SignatureLevel level, OutputStream out)
            throws IOException, SignerException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                level == SignatureLevel.B_LTA
                        ? eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LTA
                        : eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(theirs(digest));
        parameters.getArchiveTimestampParameters().setContentSize(timestamps.expectedTokenSize() + MARGIN);
        try (PdfWorkFiles files = new PdfWorkFiles()) {
            DSSDocument extended = guard(level, () -> {
                PAdESService service = new PAdESService(evidence.verifier());
                service.setPdfObjFactory(files.pdfObjects());
                service.setTspSource(new StampingSource(timestamps));
                return service.extendDocument(new FileDocument(signed.toFile()), parameters);
            });
            extended.writeTo(out);
        }
    }

    private static eu.europa.esig.dss.enumerations.DigestAlgorithm theirs(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256;
            case SHA384 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA384;
            case SHA512 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA512;
        };
    }

    private interface Step<T> {
        T run();
    }

    /** DSS says what is wrong by unchecked exceptions of many kinds; none of them leaves this package. */
    private static <T> T guard(SignatureLevel level, Step<T> step) throws SignerException {
        try {
            return step.run();
        } catch (Stopped e) {
            throw e.reason(level);
        } catch (RuntimeException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof Stopped stopped) {
                    throw stopped.reason(level);
                }
            }
            Problem problem = new Problem.LevelNotReached(level, LevelGap.OTHER, String.valueOf(e.getMessage()));
            throw new SignerException(problem, e);
        }
    }
}
