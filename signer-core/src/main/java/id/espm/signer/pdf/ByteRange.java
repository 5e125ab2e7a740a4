package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInteger;

/**
 * The bytes that a PDF signature covers (ISO 32000-2, 12.8.1): two stretches with a gap for the signature's own value.
 *
 * @param firstStart  where the first stretch begins; zero in a sound signature
 * @param firstLength its length
 * @param lastStart   where the second begins
 * @param lastLength  its length
 */
record ByteRange(long firstStart, long firstLength, long lastStart, long lastLength) {

    /** The range in a dictionary, if it is an array of four whole numbers that are not negative. */
    static Optional<ByteRange> of(COSArray array) {
        if (array.size() != 4) {
            return Optional.empty();
        }
        long[] values = new long[4];
        for (int i = 0; i < 4; i++) {
            COSBase value = array.getObject(i);
            if (!(value instanceof COSInteger integer) || integer.longValue() < 0) {
                return Optional.empty();
            }
            values[i] = integer.longValue();
        }
        return Optional.of(new ByteRange(values[0], values[1], values[2], values[3]));
    }

    /** Where the covered part ends; what follows is not covered. */
    long end() {
        return lastStart + lastLength;
    }

    /** Whether it begins with the file, stays within it, and its stretches follow each other with a gap between. */
    boolean liesWithin(long fileLength) {
        return firstStart == 0
                && firstLength > 0
                && lastLength >= 0
                && firstLength < lastStart
                && lastStart <= fileLength
                && lastLength <= fileLength - lastStart;
    }

    /** The bytes between the two stretches: the hexadecimal string of the signature, brackets included. */
    FileRegion gap(FileRegion pdf) {
        return pdf.part(firstLength, lastStart - firstLength);
    }

    /** Both stretches as one stream. */
    InputStream open(FileRegion pdf) throws IOException {
        InputStream first = pdf.part(firstStart, firstLength).open();
        return new SequenceInputStream(first, pdf.part(lastStart, lastLength).open());
    }
}
