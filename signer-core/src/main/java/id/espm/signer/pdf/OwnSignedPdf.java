package id.espm.signer.pdf;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.cms.OwnSignature;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    private static final int BUFFER = 1 << 16;

    private OwnSignedPdf() {}

    /**
     * The hash of the file, if it is an ordinary PDF whose last signature is this key's, covers the whole file, and holds. Hash
     * and signature are of the same reading.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<Sha256> hashIfHolds(FileRegion pdf, DigestAlgorithm digest, SigningKey key)
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
                    return hashIfHolds(pdf, range.get(), digest, key);
                }
            }
            return Optional.empty();
        } catch (Unusual e) {
            return Optional.empty();
        }
    }

    /** What the signature covers, if that is all of the file but its own value. */
    private static Optional<ByteRange> whole(COSDictionary value, long length) {
        COSArray stated = value.getCOSArray(COSName.BYTERANGE);
        return Optional.ofNullable(stated)
                .flatMap(ByteRange::of)
                .filter(range -> range.liesWithin(length) && range.end() == length);
    }

    private static Optional<Sha256> hashIfHolds(FileRegion pdf, ByteRange range, DigestAlgorithm digest, SigningKey key)
            throws IOException {
        long gapLength = range.gap(pdf).length();
        if (gapLength > MAX_GAP) {
            return Optional.empty();
        }
        MessageDigest whole = DigestAlgorithm.SHA256.newDigest();
        MessageDigest covered;
        byte[] gap;
        try (InputStream in = pdf.open()) {
            if (digest == DigestAlgorithm.SHA256) {
                // Up to the gap both are the same.
                update(in, range.firstLength(), List.of(whole));
                covered = DigestAlgorithm.copyOf(whole);
            } else {
                covered = digest.newDigest();
                update(in, range.firstLength(), List.of(whole, covered));
            }
            gap = in.readNBytes((int) gapLength);
            whole.update(gap);
            update(in, range.lastLength(), List.of(whole, covered));
        }
        return signature(gap)
                .filter(value -> OwnSignature.holds(value, covered.digest(), digest, key))
                .map(value -> Sha256.ofDigest(whole.digest()));
    }

    /** What ended early has another hash. */
    private static void update(InputStream in, long length, List<MessageDigest> digests) throws IOException {
        byte[] buffer = new byte[Math.clamp(length, 1, BUFFER)];
        long left = length;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                return;
            }
            for (MessageDigest digest : digests) {
                digest.update(buffer, 0, n);
            }
            left -= n;
        }
    }

    /** The hexadecimal string {@code <3082…0000>} without its padding, which must be zeros. */
    private static Optional<byte[]> signature(byte[] gap) {
        if (gap.length < 2 || gap[0] != '<' || gap[gap.length - 1] != '>') {
            return Optional.empty();
        }
        byte[] padded;
        try {
            padded = HexFormat.of().parseHex(new String(gap, 1, gap.length - 2, StandardCharsets.ISO_8859_1));
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
