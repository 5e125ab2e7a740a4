package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.structure.StreamText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** What XMP metadata (ISO 16684-1) says of the document itself. Dates, tools and histories change with every program. */
final class MetadataText {
    private static final int MOST = 1 << 22;
    /** The elements of Dublin Core, such as the title that viewers show. */
    private static final String BEGIN = "<dc:";

    private static final String END = "</dc:";

    private MetadataText() {}

    /** Whether one says of the document what the other says; none says nothing. */
    static boolean saysTheSame(@Nullable COSBase before, @Nullable COSBase now) {
        Optional<List<String>> then = before == null ? Optional.of(List.of()) : elements(before);
        return then.isPresent() && then.equals(elements(now));
    }

    private static Optional<List<String>> elements(@Nullable COSBase value) {
        return value instanceof COSStream stream
                ? StreamText.of(stream, MOST, StandardCharsets.UTF_8).flatMap(MetadataText::elements)
                : Optional.empty();
    }

    /** In one pass, since no element stands in another of its name; nothing where one has no end. */
    private static Optional<List<String>> elements(String xml) {
        List<String> found = new ArrayList<>();
        int position = 0;
        for (int begin = xml.indexOf(BEGIN); begin >= 0; begin = xml.indexOf(BEGIN, position)) {
            int nameEnd = begin + BEGIN.length();
            while (nameEnd < xml.length() && Character.isLetter(xml.charAt(nameEnd))) {
                nameEnd++;
            }
            String name = xml.substring(begin + BEGIN.length(), nameEnd);
            int end = xml.indexOf(END + name, nameEnd);
            int close = end < 0 ? -1 : xml.indexOf('>', end);
            if (close < 0) {
                return Optional.empty();
            }
            if (!name.equals("format")) {
                found.add(xml.substring(begin, close + 1).replaceAll("\\s+", " "));
            }
            position = close + 1;
        }
        return Optional.of(found);
    }
}
