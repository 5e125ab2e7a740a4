package id.espm.signer.pdf.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;

/** A cross-reference table (ISO 32000-2, 7.5.4). Entries have 20 bytes each, so a single one is read where it stands. */
final class XrefTable implements XrefSection {
    private static final int ENTRY = 20;
    private static final int MAX_LINE = 64;
    private static final int MAX_SUBSECTIONS = 100_000;
    private static final int GENERATION = 11;
    private static final int LETTER = 17;
    private static final Pattern SUBSECTION = Pattern.compile("([0-9]{1,10}) ([0-9]{1,10}) ?(\r\n|\r|\n)");

    private final FileBytes file;
    private final List<Subsection> subsections;
    private final COSDictionary trailer;
    private final long trailerPosition;

    private record Subsection(long first, long count, long position) {}

    private XrefTable(FileBytes file, List<Subsection> subsections, COSDictionary trailer, long trailerPosition) {
        this.file = file;
        this.subsections = subsections;
        this.trailer = trailer;
        this.trailerPosition = trailerPosition;
    }

    /** Reads a table whose keyword {@code xref} begins at a position. */
    static XrefTable read(FileBytes file, long position, Objects objects) throws IOException {
        long at = position + lineEnd(text(file, position), "xref");
        List<Subsection> subsections = new ArrayList<>();
        while (true) {
            String line = text(file, at);
            if (line.stripLeading().startsWith("trailer")) {
                at += line.indexOf("trailer");
                break;
            }
            Matcher matcher = SUBSECTION.matcher(line);
            if (!matcher.lookingAt() || subsections.size() > MAX_SUBSECTIONS) {
                throw new Unusual("a subsection in a cross-reference table");
            }
            long count = Long.parseLong(matcher.group(2));
            at += matcher.end();
            subsections.add(new Subsection(Long.parseLong(matcher.group(1)), count, at));
            at = Math.addExact(at, Math.multiplyExact(count, ENTRY));
        }
        return new XrefTable(file, subsections, objects.dictionary(at + "trailer".length()), at);
    }

    /** Reads the dictionary at a position. */
    interface Objects {
        COSDictionary dictionary(long position) throws IOException;
    }

    private static String text(FileBytes file, long position) throws IOException {
        return new String(file.read(position, MAX_LINE), StandardCharsets.ISO_8859_1);
    }

    private static int lineEnd(String text, String keyword) throws Unusual {
        int end = keyword.length();
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        if (text.startsWith(keyword) && end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
            return end + 1;
        }
        throw new Unusual("no " + keyword);
    }

    @Override
    public COSDictionary trailer() {
        return trailer;
    }

    /** Where its trailer begins, in bytes. */
    long trailerPosition() {
        return trailerPosition;
    }

    @Override
    public long size() {
        return subsections.stream().mapToLong(Subsection::count).sum();
    }

    @Override
    public void forEach(Listing listing) throws IOException {
        for (Subsection subsection : subsections) {
            for (long i = 0; i < subsection.count(); i++) {
                listing.take(subsection.first() + i, entry(subsection.position() + i * ENTRY));
            }
        }
    }

    @Override
    public long end() {
        return subsections.stream().mapToLong(s -> s.first() + s.count()).max().orElse(0);
    }

    @Override
    public Optional<Entry> find(long number) throws IOException {
        for (Subsection subsection : subsections) {
            long index = number - subsection.first();
            if (index >= 0 && index < subsection.count()) {
                return Optional.of(entry(subsection.position() + index * ENTRY));
            }
        }
        return Optional.empty();
    }

    /** Ten digits, five digits, a letter and an end of line of two bytes (ISO 32000-2, 7.5.4). */
    private Entry entry(long position) throws IOException {
        byte[] text = file.read(position, ENTRY);
        boolean form = text.length == ENTRY
                && text[GENERATION - 1] == ' '
                && text[LETTER - 1] == ' '
                && (text[LETTER] == 'n' || text[LETTER] == 'f')
                && isLineEnd(text[ENTRY - 2], text[ENTRY - 1]);
        if (!form) {
            throw new Unusual("an entry in a cross-reference table");
        }
        long offset = number(text, 0, GENERATION - 1);
        int generation = (int) number(text, GENERATION, LETTER - 1);
        return text[LETTER] == 'f' ? new Free() : new At(offset, generation);
    }

    private static boolean isLineEnd(byte first, byte second) {
        return (first == ' ' && (second == '\r' || second == '\n')) || (first == '\r' && second == '\n');
    }

    private static long number(byte[] text, int from, int to) throws Unusual {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new Unusual("an entry in a cross-reference table");
            }
            number = 10 * number + (text[i] - '0');
        }
        return number;
    }
}
