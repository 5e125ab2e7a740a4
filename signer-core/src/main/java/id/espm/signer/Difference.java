package id.espm.signer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that an ADK says otherwise than the package or its PDFs. Who signs decides whether that is right.
 *
 * @param adk    the ADK
 * @param nomor  the SPM, as the ADK has it
 * @param pdf    the PDF that says otherwise; empty where it is the package's own description
 * @param aspect what differs
 * @param inAdk  what the ADK says, as people write it
 * @param found  what was found instead; empty where it was not found at all
 */
public record Difference(
        Path adk, String nomor, Optional<Path> pdf, Aspect aspect, String inAdk, Optional<String> found) {
    /** What differs. */
    public enum Aspect {
        /** The number of the SPM. */
        NOMOR,
        /** The date of the SPM. */
        TANGGAL,
        /** The net amount: expenditure less deductions. */
        JUMLAH
    }
}
