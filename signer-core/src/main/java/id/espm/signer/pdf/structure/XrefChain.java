package id.espm.signer.pdf.structure;

import id.espm.signer.pdf.structure.IndirectReader.Indirect;
import id.espm.signer.pdf.structure.XrefSection.Entry;
import id.espm.signer.pdf.structure.XrefSection.Free;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** All cross-reference sections of a file, the newest first (ISO 32000-2, 7.5.6). */
final class XrefChain {
    private static final int MAX_SECTIONS = 4096;
    private static final COSName XREF_STM = COSName.getPDFName("XRefStm");

    private final FileBytes file;
    private final IndirectReader objects;
    private static final int MAX_ENTRIES = 2_000_000;

    private final List<XrefSection> sections = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    /** Tables of hybrid files: what they call free may stand in the stream that follows. */
    private final Set<XrefSection> hybrid = new HashSet<>();

    XrefChain(FileBytes file, IndirectReader objects) {
        this.file = file;
        this.objects = objects;
    }

    void read(long start) throws IOException {
        Set<Long> seen = new HashSet<>();
        Optional<Long> next = Optional.of(start);
        while (next.isPresent()) {
            if (!seen.add(next.get()) || seen.size() > MAX_SECTIONS) {
                throw new Unusual("cross-reference sections in a circle");
            }
            XrefSection section = section(next.get());
            sections.add(section);
            positions.add(next.get());
            Optional<Long> stream = position(section.trailer(), XREF_STM);
            if (stream.isPresent() && section instanceof XrefTable) {
                hybrid.add(section);
                sections.add(stream(stream.get()));
                positions.add(stream.get());
            }
            next = position(section.trailer(), COSName.PREV);
        }
    }

    private static Optional<Long> position(COSDictionary trailer, COSName key) throws Unusual {
        COSBase value = trailer.getItem(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof COSInteger integer) {
            return Optional.of(integer.longValue());
        }
        throw new Unusual("/" + key.getName() + " is no position");
    }

    private XrefSection section(long position) throws IOException {
        String text = new String(file.read(position, "xref".length()), StandardCharsets.ISO_8859_1);
        return text.equals("xref") ? XrefTable.read(file, position, objects::dictionary) : stream(position);
    }

    private XrefStream stream(long position) throws IOException {
        Indirect stream = objects.indirect(position);
        if (stream.value() instanceof COSDictionary dictionary
                && COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE))) {
            return new XrefStream(dictionary, objects.decoded(stream));
        }
        throw new Unusual("no cross-reference section at " + position);
    }

    Entry find(long number) throws IOException {
        for (XrefSection section : sections) {
            Optional<Entry> entry = section.find(number);
            if (entry.isPresent() && !(entry.get() instanceof Free && hybrid.contains(section))) {
                return entry.get();
            }
        }
        return new Free();
    }

    /** Where each section begins, the newest first. */
    List<Long> positions() {
        return positions;
    }

    /** The section at a place in {@link #positions()}. */
    XrefSection section(int index) {
        return sections.get(index);
    }

    /** What holds for each object that any section lists. */
    Map<Long, Entry> table() throws IOException {
        long size = sections.stream().mapToLong(XrefSection::size).sum();
        if (size > MAX_ENTRIES) {
            throw new Unusual("too many objects");
        }
        Map<Long, Entry> table = new HashMap<>();
        for (XrefSection section : sections) {
            boolean skipFree = hybrid.contains(section);
            section.forEach((number, entry) -> {
                if (!(skipFree && entry instanceof Free)) {
                    table.putIfAbsent(number, entry);
                }
            });
        }
        return table;
    }

    COSDictionary trailer() {
        return sections.getFirst().trailer();
    }

    boolean endsInStream() {
        return sections.getFirst() instanceof XrefStream;
    }

    /** The first object number that no section lists. */
    long end() {
        long stated = trailer().getLong(COSName.SIZE, 0);
        return Math.max(
                stated, sections.stream().mapToLong(XrefSection::end).max().orElse(0));
    }
}
