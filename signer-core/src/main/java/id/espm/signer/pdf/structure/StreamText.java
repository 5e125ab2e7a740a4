package id.espm.signer.pdf.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Reads short streams as text; PDFBox would inflate a long one whole before its first byte can be read. */
public final class StreamText {
    private StreamText() {}

    /**
     * Reads plain and deflated streams.
     *
     * @param most how many bytes it may have
     * @return nothing if it has more, or another encoding
     */
    public static Optional<String> of(COSStream stream, int most, Charset charset) {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER);
        COSBase only = filter instanceof COSArray several && several.size() == 1 ? several.getObject(0) : filter;
        boolean plain = only == null || (only instanceof COSArray none && none.size() == 0);
        if ((!plain && !COSName.FLATE_DECODE.equals(only)) || stream.containsKey(COSName.DECODE_PARMS)) {
            return Optional.empty();
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = plain ? raw : new InflaterInputStream(raw)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(new String(bytes, charset));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
