package id.espm.signer.cms;

import java.util.ArrayList;
import java.util.List;

/**
 * What was added to a signature after it was made, which decides its level.
 *
 * @param signatureTimestamps each signature timestamp
 * @param revocationValues    whether answers of OCSP responders or CRLs are kept with it; what they say is not judged here
 * @param archiveTimestamps   each archive timestamp, or document timestamp of a PDF
 */
public record CmsEvidence(
        List<CmsTimestamp> signatureTimestamps, boolean revocationValues, List<CmsTimestamp> archiveTimestamps) {
    public CmsEvidence {
        signatureTimestamps = List.copyOf(signatureTimestamps);
        archiveTimestamps = List.copyOf(archiveTimestamps);
    }

    /** Nothing was added. */
    public static CmsEvidence none() {
        return new CmsEvidence(List.of(), false, List.of());
    }

    /** This, and what stands beside the signature in its file. */
    public CmsEvidence and(boolean moreRevocationValues, List<CmsTimestamp> moreArchiveTimestamps) {
        List<CmsTimestamp> archive = new ArrayList<>(archiveTimestamps);
        archive.addAll(moreArchiveTimestamps);
        return new CmsEvidence(signatureTimestamps, revocationValues || moreRevocationValues, archive);
    }
}
