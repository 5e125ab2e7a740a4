package id.espm.signer.pdf;

import id.espm.signer.Finding;
import id.espm.signer.cms.CmsClaims;
import id.espm.signer.cms.CmsReport;
import java.util.Optional;

/**
 * One signature in a PDF, as far as its dictionary and its CMS tell.
 *
 * @param fieldName  the full name of its field, or an empty text
 * @param subFilter  the encoding it states, such as {@code ETSI.CAdES.detached}
 * @param claims     what its dictionary states: time, place, reason; the role comes from the CMS
 * @param flaw       why its range or its form cannot be accepted
 * @param cms        what the CMS says, where the range is sound
 * @param coveredEnd where the covered part of the file ends, in bytes
 * @param coversAll  whether nothing follows the covered part
 */
public record EmbeddedSignature(
        String fieldName,
        String subFilter,
        CmsClaims claims,
        Optional<Finding> flaw,
        Optional<CmsReport> cms,
        long coveredEnd,
        boolean coversAll) {}
