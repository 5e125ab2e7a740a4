package id.espm.signer.pdf.appearance.font;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The fonts that there are; built once, safe for threads. */
public final class FontLibrary {
    private final SystemFonts system;

    private FontLibrary(SystemFonts system) {
        this.system = system;
    }

    /** The fonts of the program, then those of this machine. */
    public static FontLibrary ofThisMachine() {
        return new FontLibrary(SystemFonts.ofThisMachine());
    }

    /**
     * The fonts of the program, then those in folders.
     *
     * @param folders may be empty: then a letter that the program's fonts lack becomes a replacement
     */
    public static FontLibrary of(List<Path> folders) {
        return new FontLibrary(new SystemFonts(List.copyOf(folders)));
    }

    /** The fonts for drawing in one document. */
    public DocumentFonts in(PDDocument document) {
        return new DocumentFonts(document, system);
    }
}
