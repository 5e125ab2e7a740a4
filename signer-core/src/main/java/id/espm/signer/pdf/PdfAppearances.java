package id.espm.signer.pdf;

import id.espm.signer.pdf.appearance.VisibleSignature;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the signatures in several PDFs are seen.
 *
 * @param usual  of each file that is not named
 * @param byFile of the others, by the path under which they are signed
 */
public record PdfAppearances(PdfAppearance usual, Map<Path, PdfAppearance> byFile) {
    /** Keeps a copy of the map. */
    public PdfAppearances {
        byFile = Map.copyOf(byFile);
    }

    /** The same for all, each in a field of its own. */
    public static PdfAppearances all(Optional<VisibleSignature> visible) {
        return new PdfAppearances(new PdfAppearance(visible, Optional.empty()), Map.of());
    }

    /** Of one file. */
    public PdfAppearance of(Path file) {
        return byFile.getOrDefault(file, usual);
    }
}
