package id.espm.signer.cms;

import id.espm.signer.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a CMS file holds.
 *
 * @param flaw       why nothing, or not everything, could be judged; the file as a whole is then not valid
 * @param signatures each SignerInfo that could be read
 */
public record CmsReport(Optional<Finding> flaw, List<CmsSignature> signatures) {
    public CmsReport {
        signatures = List.copyOf(signatures);
    }

    static CmsReport unreadable(Finding.Kind kind, String detail) {
        return new CmsReport(Optional.of(new Finding(kind, detail)), List.of());
    }
}
