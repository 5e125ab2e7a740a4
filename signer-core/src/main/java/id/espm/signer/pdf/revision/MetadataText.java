package id.espm.signer.pdf.revision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** What XMP metadata (ISO 16684-1) says of the document itself. Dates, tools and histories change with every program. */
final class MetadataText {
    private static final int MOST = 1 << 22;
    /** The elements of Dublin Core, such as the title that viewers show. */
    private static final Pattern DUBLIN_CORE =
            Pattern.compile("<dc:([A-Za-z]+)[^>]*>(.*?)</dc:\\1\\s*>", Pattern.DOTALL);

    private MetadataText() {}

    /** Whether one says of the document what the other says; none says nothing. */
    static boolean saysTheSame(@Nullable COSBase before, @Nullable COSBase now) {
        Optional<List<String>> then = before == null ? Optional.of(List.of()) : elements(before);
        return then.isPresent() && then.equals(elements(now));
    }

    private static Optional<List<String>> elements(@Nullable COSBase value) {
        if (!(value instanceof COSStream stream)) {
            return Optional.empty();
        }
        try (InputStream in = stream.createInputStream()) {
            byte[] xml = in.readNBytes(MOST);
            if (xml.length == MOST) {
                return Optional.empty();
            }
            List<String> found = new ArrayList<>();
            Matcher matcher = DUBLIN_CORE.matcher(new String(xml, StandardCharsets.UTF_8));
            while (matcher.find()) {
                if (!matcher.group(1).equals("format")) {
                    found.add(matcher.group().replaceAll("\\s+", " "));
                }
            }
            return Optional.of(found);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
