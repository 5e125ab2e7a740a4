package id.espm.signer.pdf;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.cms.OwnSignature;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Reads a PDF back that this program has just signed, up to level B-B: by the strict reader of the short way, from the file. It
 * says only yes or "look closer".
 */
public final class OwnSignedPdf {
    private static final int MAX_GAP = 1 << 20;

    private OwnSignedPdf() {}

    /**
     * Whether the file is an ordinary PDF whose last signature is this key's, covers the whole file, and holds.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean holds(FileRegion pdf, DigestAlgorithm digest, SigningKey key)
            throws IOException, SignerException {
        try (ShortWay opened = ShortWay.open(pdf)) {
            List<COSDictionary> values = FormFields.of(opened.catalog()).stream()
                    .map(Field::value)
                    .flatMap(Optional::stream)
                    .toList();
            opened.requireSound();
            for (COSDictionary value : values) {
                Optional<ByteRange> range = whole(value, pdf.length());
                if (range.isPresent()) {
                    return holds(pdf, range.get(), digest, key);
                }
            }
            return false;
        } catch (Unusual e) {
            return false;
        }
    }

    /** What the signature covers, if that is all of the file but its own value. */
    private static Optional<ByteRange> whole(COSDictionary value, long length) {
        COSArray stated = value.getCOSArray(COSName.BYTERANGE);
        return Optional.ofNullable(stated)
                .flatMap(ByteRange::of)
                .filter(range -> range.liesWithin(length) && range.end() == length);
    }

    private static boolean holds(FileRegion pdf, ByteRange range, DigestAlgorithm digest, SigningKey key)
            throws IOException {
        FileRegion gap = range.gap(pdf);
        if (gap.length() > MAX_GAP) {
            return false;
        }
        Optional<byte[]> value;
        try (InputStream in = gap.open()) {
            value = signature(in.readAllBytes());
        }
        if (value.isEmpty()) {
            return false;
        }
        MessageDigest covered = digest.newDigest();
        try (InputStream in = range.open(pdf)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                covered.update(buffer, 0, n);
            }
        }
        return OwnSignature.holds(value.get(), covered.digest(), digest, key);
    }

    /** The hexadecimal string {@code <3082…0000>} without its padding, which must be zeros. */
    private static Optional<byte[]> signature(byte[] gap) {
        if (gap.length < 2 || gap[0] != '<' || gap[gap.length - 1] != '>') {
            return Optional.empty();
        }
        char[] digits = new char[gap.length - 2];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (char) (gap[i + 1] & 0xff);
        }
        byte[] padded;
        try {
            padded = HexFormat.of().parseHex(digits, 0, digits.length);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        long length = BerLength.ofFirstElement(padded);
        for (int i = (int) Math.max(0, length); i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return length < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(padded, (int) length));
    }
}
