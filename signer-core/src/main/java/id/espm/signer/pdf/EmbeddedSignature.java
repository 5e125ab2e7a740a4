package id.espm.signer.pdf;

import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsClaims;
import id.espm.signer.cms.CmsEvidence;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsTimestamp;
import java.util.List;
import java.util.Optional;

/**
 * One signature in a PDF, as far as its dictionary and its CMS tell.
 *
 * @param fieldName  the full name of its field, or an empty text
 * @param subFilter  the encoding it states, such as {@code ETSI.CAdES.detached}
 * @param claims     what its dictionary states: time, place, reason; the role comes from the CMS
 * @param flaw       why its range or its form cannot be accepted, or not be judged; never valid
 * @param cms        what the CMS says, where the range is sound and this is no document timestamp
 * @param timestamp  the document timestamp that this is, if it is one
 * @param coveredEnd where the covered part of the file ends, in bytes
 * @param coversAll  whether nothing follows the covered part
 * @param later      what follows it
 */
public record EmbeddedSignature(
        String fieldName,
        String subFilter,
        CmsClaims claims,
        Optional<Verdict> flaw,
        Optional<CmsReport> cms,
        Optional<CmsTimestamp> timestamp,
        long coveredEnd,
        boolean coversAll,
        Later later) {

    /**
     * What stands in the file after the covered part.
     *
     * @param verdict           whether the signature allows it; indeterminate where nobody can tell
     * @param modifications     what was changed, in words of the format
     * @param revocationValues  whether a document security store with revocation data is among it
     * @param documentTimestamps each document timestamp among it
     */
    public record Later(
            Verdict verdict,
            List<String> modifications,
            boolean revocationValues,
            List<CmsTimestamp> documentTimestamps) {
        public Later {
            modifications = List.copyOf(modifications);
            documentTimestamps = List.copyOf(documentTimestamps);
        }

        static Later nothing() {
            return new Later(Verdict.valid(), List.of(), false, List.of());
        }

        /** Something follows of which nothing can be said. */
        static Later unclear(Finding why) {
            return new Later(
                    new Verdict.Indeterminate(why), List.of("not analysed: " + why.detail()), false, List.of());
        }
    }

    /** Whether its dictionary says that it is a document timestamp (ETSI EN 319 142-1, 5.4.3) and not somebody's signature. */
    public boolean isDocumentTimestamp() {
        return subFilter.equals(DOCUMENT_TIMESTAMP);
    }

    static final String DOCUMENT_TIMESTAMP = "ETSI.RFC3161";

    /** What was added to it after it was made, in its CMS and behind it. */
    public CmsEvidence evidence() {
        return cms.flatMap(report -> report.signatures().stream().findFirst())
                .map(signature -> signature.evidence().and(later.revocationValues(), later.documentTimestamps()))
                .orElse(CmsEvidence.none());
    }

    /** Whether nothing is wrong with what it signs and with its value; it says nothing of trust. */
    boolean holds() {
        boolean signed = cms.filter(report -> report.signatures().size() == 1
                        && !(report.signatures().getFirst().integrity() instanceof Verdict.Invalid))
                .isPresent();
        boolean stamped = timestamp.filter(t -> t.integrity().isValid()).isPresent();
        return flaw.isEmpty() && (signed || stamped);
    }

    EmbeddedSignature with(Later found) {
        return new EmbeddedSignature(fieldName, subFilter, claims, flaw, cms, timestamp, coveredEnd, coversAll, found);
    }
}
