package id.espm.signer.pdf.structure;

import id.espm.signer.FileRegion;
import id.espm.signer.pdf.structure.IndirectReader.Indirect;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * A PDF whose objects are read when they are asked for, by their place in the cross-reference sections. Dictionaries and arrays
 * are PDFBox's, references among them are resolved here.
 *
 * <p>PDFBox takes a reference that cannot be resolved for null; therefore {@link #requireSound()} must be asked after reading
 * and before anything is done with what was read.
 */
public final class PdfStructure implements ICOSParser, Closeable {
    private static final int TAIL = 1024;
    /** The header may stand anywhere in the first bytes (ISO 32000-1, Annex H.3, note 13). */
    private static final int HEADER_WINDOW = 1024;

    private static final int MAX_STREAMS = 64;

    private final FileBytes file;
    private final IndirectReader objects;
    private final XrefChain chain;
    private final long headerOffset;
    private final long startXref;
    private final Map<COSObjectKey, COSObject> pool = new HashMap<>();
    private final Map<Long, ObjectStream> streams = new HashMap<>();
    private @Nullable Unusual failure;

    private PdfStructure(FileBytes file) throws IOException {
        this.file = file;
        this.objects = new IndirectReader(file, this::reference);
        this.chain = new XrefChain(file, objects);
        this.headerOffset = headerOffset(file);
        if (headerOffset > 0) {
            file.startAt(headerOffset);
        }
        this.startXref = startXref(file);
        chain.read(startXref);
    }

    /**
     * Reads header, tail and cross-reference sections.
     *
     * @return to be closed
     * @throws Unusual     if they are not as a sound file has them
     * @throws IOException if the file cannot be read
     */
    public static PdfStructure open(FileRegion pdf) throws IOException {
        FileBytes file = FileBytes.open(pdf);
        boolean opened = false;
        try {
            PdfStructure structure = new PdfStructure(file);
            opened = true;
            return structure;
        } catch (ArithmeticException e) {
            throw new Unusual("a number that is too large");
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static long headerOffset(FileBytes file) throws IOException {
        String start = new String(file.read(0, HEADER_WINDOW), StandardCharsets.ISO_8859_1);
        int at = start.indexOf("%PDF-");
        if (at < 0 || (!start.startsWith("1.", at + 5) && !start.startsWith("2.", at + 5))) {
            throw new Unusual("no header at the beginning");
        }
        return at;
    }

    private static long startXref(FileBytes file) throws IOException {
        byte[] tail = file.read(Math.max(0, file.length() - TAIL), TAIL);
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("startxref");
        if (at < 0 || !text.substring(at).contains("%%EOF")) {
            throw new Unusual("no startxref at the end");
        }
        ObjectReader reader = new ObjectReader(tail, at + "startxref".length(), true, (number, generation) -> {
            throw new IllegalStateException("a number holds no reference");
        });
        return reader.natural();
    }

    private COSObject reference(long number, int generation) {
        return pool.computeIfAbsent(new COSObjectKey(number, generation), key -> new COSObject(key, this));
    }

    /** The newest trailer dictionary (ISO 32000-2, 7.5.5). */
    public COSDictionary trailer() {
        return chain.trailer();
    }

    /** Whether the newest section is a cross-reference stream, so that an update must end in one. */
    public boolean endsInXrefStream() {
        return chain.endsInStream();
    }

    /** Where the header begins, in bytes; all other positions count from there. */
    public long headerOffset() {
        return headerOffset;
    }

    /** Where the newest cross-reference section begins, in bytes from the header. */
    public long startXref() {
        return startXref;
    }

    /** The first object number that is not in use. */
    public long nextObjectNumber() {
        return chain.end();
    }

    /**
     * Holds this reading against another one of the same file.
     *
     * @param places of the objects in use, as PDFBox has them: a position, or minus the number of the object stream
     * @throws Unusual if the other finds an object elsewhere, misses one, or has one that is not there
     */
    public void requireSame(Map<COSObjectKey, Long> places) throws IOException {
        Map<Long, XrefSection.Entry> table = chain.table();
        long inUse = 0;
        for (Map.Entry<Long, XrefSection.Entry> one : table.entrySet()) {
            inUse += one.getValue() instanceof XrefSection.Free || isNothing(one.getValue()) ? 0 : 1;
        }
        long found = 0;
        for (Map.Entry<COSObjectKey, Long> place : places.entrySet()) {
            XrefSection.Entry entry = table.get(place.getKey().getNumber());
            boolean same = switch (entry) {
                case null -> false;
                case XrefSection.Free free -> false;
                case XrefSection.At at ->
                    at.offset() == place.getValue()
                            && at.generation() == place.getKey().getGeneration();
                case XrefSection.Within within -> -within.stream() == place.getValue();
            };
            if (!same) {
                throw new Unusual("object " + place.getKey().getNumber() + " is not where it should be");
            }
            found++;
        }
        if (found != inUse) {
            throw new Unusual("objects that only some readers find");
        }
    }

    /** Object 0, and positions at which no object can be. */
    private static boolean isNothing(XrefSection.Entry entry) {
        return entry instanceof XrefSection.At at && at.offset() == 0;
    }

    /**
     * Accounts for every byte of the revisions that were added to the beginning of this file.
     *
     * @param beginning the file as it was before
     * @throws Unusual if it is not continued by updates as ISO 32000-2, 7.5.6 has them, or anything stands between their objects
     */
    public void requireUpdatesOf(PdfStructure beginning) throws IOException {
        new UpdateBytes(file, objects.withAnyName(), chain, this::reference)
                .check(beginning.chain, beginning.file.length());
        requireSound();
    }

    /** Whether the file is encrypted, so that its strings are not what they seem. */
    public boolean encrypted() {
        return trailer().containsKey(COSName.ENCRYPT);
    }

    /** @throws Unusual if anything that was asked for could not be read */
    public void requireSound() throws Unusual {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject reference) {
        try {
            return resolve(reference.getKey());
        } catch (Unusual e) {
            failure = e;
        } catch (IOException | ArithmeticException e) {
            failure = new Unusual(e.toString());
        }
        return COSNull.NULL;
    }

    private COSBase resolve(COSObjectKey key) throws IOException {
        COSBase value = switch (chain.find(key.getNumber())) {
            case XrefSection.Free free -> COSNull.NULL;
            case XrefSection.At at -> at(at, key);
            case XrefSection.Within within -> within(within, key);
        };
        if (!(value instanceof COSNull)) {
            value.setKey(key);
        }
        return value;
    }

    private COSBase at(XrefSection.At at, COSObjectKey key) throws IOException {
        if (at.generation() != key.getGeneration()) {
            return COSNull.NULL;
        }
        Indirect object = objects.indirect(at.offset());
        if (object.number() != key.getNumber() || object.generation() != key.getGeneration()) {
            throw new Unusual("object " + key.getNumber() + " is not where it should be");
        }
        if (object.data().isPresent()) {
            throw new Unusual("object " + key.getNumber() + " is a stream");
        }
        return object.value();
    }

    private COSBase within(XrefSection.Within within, COSObjectKey key) throws IOException {
        ObjectStream stream = streams.get(within.stream());
        if (stream == null) {
            if (!(chain.find(within.stream()) instanceof XrefSection.At at) || streams.size() > MAX_STREAMS) {
                throw new Unusual("an object stream");
            }
            Indirect container = objects.indirect(at.offset());
            if (container.number() != within.stream() || !(container.value() instanceof COSDictionary dictionary)) {
                throw new Unusual("an object stream");
            }
            stream = new ObjectStream(dictionary, objects.decoded(container), this::reference);
            streams.put(within.stream(), stream);
        }
        return stream.read(key.getNumber(), within.index());
    }

    @Override
    public RandomAccessReadView createRandomAccessReadView(long start, long length) {
        throw new UnsupportedOperationException("streams are not read here");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
