package id.espm.signer.pdf.structure;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;

/** One cross-reference section with its trailer (ISO 32000-2, 7.5.4, 7.5.5 and 7.5.8). */
interface XrefSection {

    /** The trailer dictionary, or the dictionary of the cross-reference stream. */
    COSDictionary trailer();

    /** One more than the highest object number it lists. */
    long end();

    /** What it says of an object, if it lists it. */
    Optional<Entry> find(long number) throws IOException;

    /** How many objects it lists. */
    long size();

    /** Gives out everything that it lists. */
    void forEach(Listing listing) throws IOException;

    /** Takes what a section says of one object. */
    interface Listing {
        void take(long number, Entry entry) throws IOException;
    }

    /** Where an object is. */
    sealed interface Entry {}

    /** There is no such object, or not any more. */
    record Free() implements Entry {}

    /** At a position in the file. */
    record At(long offset, int generation) implements Entry {}

    /** In an object stream, at an index. */
    record Within(long stream, int index) implements Entry {}
}
