package id.espm.signer.pdf.structure;

import id.espm.signer.pdf.structure.IndirectReader.Indirect;
import id.espm.signer.pdf.structure.ObjectReader.References;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through the bytes of incremental updates (ISO 32000-2, 7.5.6). Each must belong to an object that a cross-reference
 * section of an update lists at its place, to such a section, or to white space and comments: what no reader reaches may be
 * reached by one that repairs.
 */
final class UpdateBytes {
    private static final int WINDOW = 1 << 12;
    private static final String END = "%%EOF";
    /** Some programs sign all but the last line's end. */
    private static final int LINE_END = 2;

    private final FileBytes file;
    private final IndirectReader objects;
    private final XrefChain chain;
    private final References references;
    /** Number by position, of the objects that the updates list. */
    private final Map<Long, Long> listed = new HashMap<>();

    private final Map<Long, XrefSection> sections = new HashMap<>();

    UpdateBytes(FileBytes file, IndirectReader objects, XrefChain chain, References references) {
        this.file = file;
        this.objects = objects;
        this.chain = chain;
        this.references = references;
    }

    /**
     * @param beginning the sections of the file before the updates
     * @param start     where the updates begin, in bytes from the header
     */
    void check(XrefChain beginning, long start) throws IOException {
        List<Long> all = chain.positions();
        List<Long> old = beginning.positions();
        int added = all.size() - old.size();
        if (added < 0 || !all.subList(added, all.size()).equals(old)) {
            throw new Unusual("an update that does not continue the revision before");
        }
        if (added == 0 && file.length() - start > LINE_END) {
            throw new Unusual("bytes behind the end");
        }
        for (int i = 0; i < added; i++) {
            if (all.get(i) < start) {
                throw new Unusual("an update that is listed in the revision before");
            }
            XrefSection section = chain.section(i);
            sections.put(all.get(i), section);
            section.forEach((number, entry) -> {
                if (entry instanceof XrefSection.At at && at.offset() >= start) {
                    listed.put(at.offset(), number);
                }
            });
        }
        walk(start);
    }

    private void walk(long start) throws IOException {
        Set<Long> missing = new HashSet<>(listed.keySet());
        missing.addAll(sections.keySet());
        long position = skipBlank(start);
        while (position < file.length()) {
            missing.remove(position);
            position = skipBlank(step(position));
        }
        if (!missing.isEmpty()) {
            throw new Unusual("an object within another");
        }
        if (!endsInOrder()) {
            throw new Unusual("bytes behind the end");
        }
    }

    private long step(long position) throws IOException {
        if (sections.get(position) instanceof XrefTable table) {
            long from = table.trailerPosition();
            ObjectReader reader = reader(from, 1 << 16);
            reader.require("trailer");
            reader.read();
            return afterStartXref(from + reader.position());
        }
        Indirect object = objects.indirect(position);
        Long number = listed.get(position);
        boolean section = sections.containsKey(position);
        if (number == null ? !section : number != object.number()) {
            throw new Unusual("object " + object.number() + " that is not listed");
        }
        long end = objects.end(object);
        return section ? afterStartXref(end) : end;
    }

    /** A section of a hybrid file stands among the objects, without a start of its own (ISO 32000-2, 7.5.8.4). */
    private long afterStartXref(long position) throws IOException {
        long next = skipBlank(position);
        ObjectReader reader = reader(next, WINDOW);
        if (!reader.word().equals("startxref")) {
            return next;
        }
        reader.natural();
        return next + reader.position();
    }

    private ObjectReader reader(long position, int size) throws IOException {
        return new ObjectReader(file.read(position, size), 0, true, references);
    }

    private long skipBlank(long from) throws IOException {
        long position = from;
        while (position < file.length()) {
            ObjectReader reader = reader(position, WINDOW);
            reader.skipBlank();
            position += reader.position();
            if (reader.position() < WINDOW) {
                return position;
            }
        }
        return position;
    }

    /** The last words are where the newest section begins and the mark of the end. */
    private boolean endsInOrder() throws IOException {
        long from = Math.max(0, file.length() - WINDOW);
        String tail = new String(file.read(from, WINDOW), StandardCharsets.ISO_8859_1);
        int at = tail.lastIndexOf("startxref");
        int end = tail.lastIndexOf(END);
        return at >= 0
                && end > at
                && tail.substring(end + END.length()).isBlank()
                && chain.positions().getFirst() == startXref(tail.substring(at, end));
    }

    private static long startXref(String words) throws Unusual {
        String number = words.substring("startxref".length()).strip();
        if (!number.matches("[0-9]{1,18}")) {
            throw new Unusual("startxref");
        }
        return Long.parseLong(number);
    }
}
