package id.espm.signer.key.pkcs12;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The passphrase as bytes in the encodings that programs have used, wiped when it is closed. */
final class Passphrase implements AutoCloseable {
    private final List<byte[]> forPkcs12 = new ArrayList<>();
    private final List<byte[]> forPkcs5 = new ArrayList<>();
    private final boolean blankAtEdge;

    /** The characters stay the caller's to wipe. */
    Passphrase(char[] chars) {
        blankAtEdge = chars.length > 0
                && (Character.isWhitespace(chars[0]) || Character.isWhitespace(chars[chars.length - 1]));
        byte[] utf8 = encoded(chars, StandardCharsets.UTF_8);
        byte[] bmp = terminated(encoded(chars, StandardCharsets.UTF_16BE));
        forPkcs12.add(bmp);
        forPkcs5.add(utf8);
        if (chars.length == 0) {
            forPkcs12.add(new byte[0]);
        } else if (utf8.length > chars.length) {
            forPkcs12.add(terminated(widened(utf8)));
            if (isLatin1(chars)) {
                forPkcs5.add(encoded(chars, StandardCharsets.ISO_8859_1));
            }
        }
        // An array of its own: which encoding is preferred is another question for each of the two.
        forPkcs5.add(bmp.clone());
    }

    /**
     * For RFC 7292, appendix B: a BMPString with its two zero bytes. The empty one also without them, one with other letters
     * than ASCII also as OpenSSL 1.0 took it, byte for byte.
     */
    List<byte[]> forPkcs12() {
        return List.copyOf(forPkcs12);
    }

    /** For PBES1 and PBES2: UTF-8 (RFC 9579 §5), and as old programs took it: ISO 8859-1, or a BMPString. */
    List<byte[]> forPkcs5() {
        return List.copyOf(forPkcs5);
    }

    /** Has this encoding, which worked, tried first from now on. */
    void prefer(byte[] encoding) {
        toFront(forPkcs12, encoding);
        toFront(forPkcs5, encoding);
    }

    private static void toFront(List<byte[]> encodings, byte[] encoding) {
        if (encodings.contains(encoding)) {
            encodings.remove(encoding);
            encodings.addFirst(encoding);
        }
    }

    /** Whether it begins or ends with white space, a common slip when a passphrase is pasted. */
    boolean blankAtEdge() {
        return blankAtEdge;
    }

    private static boolean isLatin1(char[] chars) {
        for (char c : chars) {
            if (c > 0xff) {
                return false;
            }
        }
        return true;
    }

    private static byte[] encoded(char[] chars, Charset charset) {
        byte[] room = new byte[4 * chars.length];
        ByteBuffer out = ByteBuffer.wrap(room);
        charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(chars), out, true);
        byte[] exact = Arrays.copyOf(room, out.position());
        Arrays.fill(room, (byte) 0);
        return exact;
    }

    private static byte[] widened(byte[] bytes) {
        byte[] wide = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wide[2 * i + 1] = bytes[i];
        }
        return wide;
    }

    /** With two zero bytes behind; the bytes given are wiped. */
    private static byte[] terminated(byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 2);
        Arrays.fill(bytes, (byte) 0);
        return longer;
    }

    @Override
    public void close() {
        forPkcs12.forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        forPkcs5.forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    }
}
