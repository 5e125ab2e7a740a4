package id.espm.signer.pdf.structure;

import id.espm.signer.pdf.structure.ObjectReader.Ended;
import id.espm.signer.pdf.structure.ObjectReader.References;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** Reads indirect objects and streams at positions in a file (ISO 32000-2, 7.3.8 and 7.3.10). */
final class IndirectReader {
    private static final int WINDOW = 1 << 12;
    /** Most objects are short; those that are not are often long lists. */
    private static final int GROWTH = 16;

    private static final int MAX_WINDOW = 1 << 24;
    private static final int MAX_STREAM = 32 << 20;
    private static final int AFTER_STREAM = 64;

    private final FileBytes file;
    private final References references;
    private final boolean anyName;

    IndirectReader(FileBytes file, References references) {
        this(file, references, false);
    }

    private IndirectReader(FileBytes file, References references, boolean anyName) {
        this.file = file;
        this.references = references;
        this.anyName = anyName;
    }

    /** One that takes names of any bytes, for those who only need to know where an object ends. */
    IndirectReader withAnyName() {
        return new IndirectReader(file, references, true);
    }

    /**
     * An object as it stands at its position.
     *
     * @param data where the bytes of a stream begin; empty for other objects
     * @param end  where the object ends; for a stream, where its bytes begin
     */
    record Indirect(long number, int generation, COSBase value, Optional<Long> data, long end) {}

    /** Reads from bytes that may turn out to be too few. */
    private interface Reading<T> {
        T from(ObjectReader reader, byte[] window) throws IOException;
    }

    COSDictionary dictionary(long position) throws IOException {
        if (at(position, (reader, window) -> reader.read()) instanceof COSDictionary dictionary) {
            return dictionary;
        }
        throw new Unusual("no dictionary at " + position);
    }

    /** The object whose number stands at a position. */
    Indirect indirect(long position) throws IOException {
        return at(position, (reader, window) -> {
            long number = reader.natural();
            int generation = Math.toIntExact(Math.min(reader.natural(), Integer.MAX_VALUE));
            reader.require("obj");
            COSBase value = reader.read();
            String word = reader.word();
            if (word.equals("stream")) {
                long start = position + data(window, reader.position());
                return new Indirect(number, generation, value, Optional.of(start), start);
            }
            if (!word.equals("endobj")) {
                throw new Unusual("an object that ends in " + word);
            }
            return new Indirect(number, generation, value, Optional.empty(), position + reader.position());
        });
    }

    /** After the keyword: CR LF or LF (ISO 32000-2, 7.3.8.1). */
    private static int data(byte[] window, int end) throws IOException {
        if (end + 1 >= window.length) {
            throw new Ended();
        }
        if (window[end] == '\n') {
            return end + 1;
        }
        if (window[end] == '\r' && window[end + 1] == '\n') {
            return end + 2;
        }
        throw new Unusual("a stream without line end");
    }

    private <T> T at(long position, Reading<T> reading) throws IOException {
        for (int size = WINDOW; ; size *= GROWTH) {
            byte[] window = file.read(position, size);
            boolean complete = window.length < size;
            try {
                ObjectReader reader = new ObjectReader(window, 0, complete, references);
                return reading.from(anyName ? reader.withAnyName() : reader, window);
            } catch (Ended e) {
                if (complete || size >= MAX_WINDOW) {
                    throw new Unusual("an object without end at " + position);
                }
            }
        }
    }

    /** Where an object ends, its last word included. */
    long end(Indirect object) throws IOException {
        if (object.data().isEmpty()) {
            return object.end();
        }
        if (!(object.value() instanceof COSDictionary dictionary)
                || !(dictionary.getDictionaryObject(COSName.LENGTH) instanceof COSInteger length)
                || length.longValue() < 0) {
            throw new Unusual("object " + object.number() + " is no stream that can be read");
        }
        long after = Math.addExact(object.end(), length.longValue());
        ObjectReader reader = new ObjectReader(file.read(after, AFTER_STREAM), 0, true, references);
        reader.require("endstream");
        reader.require("endobj");
        return after + reader.position();
    }

    /** The decoded bytes of a stream. */
    byte[] decoded(Indirect stream) throws IOException {
        if (!(stream.value() instanceof COSDictionary dictionary)
                || stream.data().isEmpty()
                || !(dictionary.getDictionaryObject(COSName.LENGTH) instanceof COSInteger length)
                || length.longValue() < 0
                || length.longValue() > MAX_STREAM) {
            throw new Unusual("object " + stream.number() + " is no stream that can be read");
        }
        byte[] raw = file.read(stream.data().get(), length.intValue());
        if (raw.length < length.intValue()) {
            throw new Unusual("a stream that is cut");
        }
        byte[] after = file.read(stream.data().get() + raw.length, AFTER_STREAM);
        new ObjectReader(after, 0, true, references).require("endstream");
        return Unfilter.decode(dictionary, raw);
    }
}
