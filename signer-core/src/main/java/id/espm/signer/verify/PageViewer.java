package id.espm.signer.verify;

import id.espm.signer.FileRegion;
import java.util.Optional;

/**
 * Draws a PDF as it was when it was signed and as it is now. Asked where objects alone do not tell whether a change matters; what
 * it sees is told to people and decides nothing, for another program may draw the same file in another way.
 */
public interface PageViewer {
    /** How a remark begins that names pages; see {@link SignatureReport#modifications()}. */
    String DIFFERENT = "looks different: ";
    /** How a remark begins that says how many pages were drawn. */
    String SAME = "looks the same: ";

    /**
     * Compares.
     *
     * @param then the file as it was
     * @param now  the file as it is
     * @return a remark; nothing where it cannot be drawn
     */
    Optional<String> compare(FileRegion then, FileRegion now);
}
