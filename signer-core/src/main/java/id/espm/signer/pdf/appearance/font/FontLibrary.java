package id.espm.signer.pdf.appearance.font;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The fonts that there are; built once, safe for threads. */
public final class FontLibrary {
    private final SystemFonts system;
    /** Parsed fonts that no document uses; each set is for one document at a time. */
    private final Queue<Map<FontProgram, TrueTypeFont>> idle = new ConcurrentLinkedQueue<>();

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
        return new DocumentFonts(document, this);
    }

    SystemFonts system() {
        return system;
    }

    Map<FontProgram, TrueTypeFont> borrow() {
        Map<FontProgram, TrueTypeFont> known = idle.poll();
        return known == null ? new HashMap<>() : known;
    }

    void giveBack(Map<FontProgram, TrueTypeFont> fonts) {
        idle.add(fonts);
    }
}
