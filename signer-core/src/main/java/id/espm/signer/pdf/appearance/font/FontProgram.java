package id.espm.signer.pdf.appearance.font;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** Where a font with TrueType outlines comes from; opened anew for each document, for fonts are not safe for threads. */
sealed interface FontProgram {

    /**
     * Opens the font.
     *
     * @return to be closed by the caller
     * @throws IOException if it cannot be read, or has no TrueType outlines
     */
    TrueTypeFont open() throws IOException;

    /** One of the fonts that come with the program, by its place in the class path. */
    record Bundled(String resource) implements FontProgram {
        @Override
        public TrueTypeFont open() throws IOException {
            try (InputStream in = FontProgram.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new FileNotFoundException(resource);
                }
                return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            }
        }
    }

    /** A font of the system; of a collection its first one with TrueType outlines. */
    record Installed(Path file) implements FontProgram {
        @Override
        public TrueTypeFont open() throws IOException {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (!name.endsWith(".ttc")) {
                return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            }
            String[] first = new String[1];
            try (TrueTypeCollection names = new TrueTypeCollection(file.toFile())) {
                names.processAllFonts(font -> {
                    if (first[0] == null && font.getTableMap().containsKey("glyf")) {
                        first[0] = font.getName();
                    }
                });
            }
            TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
            TrueTypeFont font = first[0] == null ? null : collection.getFontByName(first[0]);
            if (font == null) {
                collection.close();
                throw new IOException("no TrueType outlines in " + file);
            }
            return font;
        }
    }
}
