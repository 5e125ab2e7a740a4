package id.espm.signer.paket;

import id.espm.signer.Problem;
import id.espm.signer.Problem.FileUnfit;
import id.espm.signer.SignerException;
import id.espm.signer.Unfitness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is by its content, whatever its name says. What an ADK looks like inside is known of one kind only, so everything
 * may be one that is not surely something else (domain of PER-10/PB/2018: the ADK is what SAS or GPP wrote).
 */
public enum FileKind {
    /** It holds nothing. */
    EMPTY,
    /** A PDF (ISO 32000-2, 7.5.2, and up to 1,024 bytes before its header, as readers allow). */
    PDF,
    /** A PKCS#12, a Java key store, or a PEM with a private key. */
    PRIVATE_KEY,
    /** A CMS signature or a container of signatures. */
    SIGNED,
    /** A picture, an office document, a page of the web, a program: what an ADK never is. */
    FOREIGN,
    /** Anything else: it may be an ADK. */
    DATA;

    private static final int HEAD = 4_096;
    private static final int PDF_HEADER_WITHIN = 1_024;
    private static final byte[] PDF_HEADER = ascii("%PDF-");
    private static final byte[] PKCS12_VERSION = HexFormat.of().parseHex("02010330");
    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");
    private static final int DER_HEADER_MAX = 10;
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final int ZIP_NAME_LENGTH = 26;
    private static final int ZIP_NAME = 30;

    /** PNG, JPEG, GIF, TIFF in both orders, OLE (old office documents), ELF, RTF; what begins a Windows program is looked at apart. */
    private static final List<byte[]> FOREIGN_HEADS = List.of(
            HexFormat.of().parseHex("89504e470d0a1a0a"),
            HexFormat.of().parseHex("ffd8ff"),
            ascii("GIF8"),
            HexFormat.of().parseHex("49492a00"),
            HexFormat.of().parseHex("4d4d002a"),
            HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
            HexFormat.of().parseHex("7f454c46"),
            ascii("{\\rtf"));

    private static final byte[] JAVA_KEY_STORE = HexFormat.of().parseHex("feedfeed");
    private static final byte[] WINDOWS_PROGRAM = ascii("MZ");
    private static final byte[] WINDOWS_STUB = ascii("This program");
    private static final List<String> WEB_PAGES = List.of("<!doctype html", "<html");
    private static final byte[] BYTE_ORDER_MARK = HexFormat.of().parseHex("efbbbf");
    private static final int WEB_PAGE_LENGTH = 14;
    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final byte[] PEM = ascii(PEM_BEGIN);

    /** Reads the beginning of a file. */
    public static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    /**
     * Refuses what must not be signed as a part of a package, by whomever it was named.
     *
     * @throws SignerException {@link Problem.FileUnfit}, {@link Problem.FileUnreadable}
     */
    public static FileKind fit(Path file) throws SignerException {
        FileKind kind;
        try {
            kind = of(file);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
        Optional<Unfitness> why = kind.unfitness();
        if (why.isPresent()) {
            throw new SignerException(new FileUnfit(file, why.get()));
        }
        return kind;
    }

    private Optional<Unfitness> unfitness() {
        return switch (this) {
            case EMPTY -> Optional.of(Unfitness.EMPTY);
            case PRIVATE_KEY -> Optional.of(Unfitness.PRIVATE_KEY);
            case SIGNED -> Optional.of(Unfitness.SIGNED_FILE);
            case PDF, FOREIGN, DATA -> Optional.empty();
        };
    }

    private static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (indexOf(head, PDF_HEADER, PDF_HEADER_WITHIN) >= 0) {
            return PDF;
        }
        if (isPrivateKey(head)) {
            return PRIVATE_KEY;
        }
        if (isSigned(head)) {
            return SIGNED;
        }
        return isForeign(head) ? FOREIGN : DATA;
    }

    private static boolean isPrivateKey(byte[] head) {
        // Byte by byte a character: nothing is decoded.
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean pem = text.contains(PEM_BEGIN) && text.contains("PRIVATE KEY-----");
        return pem || startsWith(head, JAVA_KEY_STORE) || derBegins(head, PKCS12_VERSION);
    }

    private static boolean isSigned(byte[] head) {
        return derBegins(head, SIGNED_DATA)
                || firstEntry(head)
                        .filter(entry -> entry.startsWith("mimetype") && entry.contains("application/vnd.etsi.asic"))
                        .isPresent();
    }

    private static boolean isForeign(byte[] head) {
        return FOREIGN_HEADS.stream().anyMatch(begin -> startsWith(head, begin))
                || isWindowsProgram(head)
                || isWebPage(head)
                || startsWith(head, PEM)
                || firstEntry(head).filter(FileKind::isOffice).isPresent();
    }

    private static boolean isWindowsProgram(byte[] head) {
        return startsWith(head, WINDOWS_PROGRAM) && indexOf(head, WINDOWS_STUB, PDF_HEADER_WITHIN) >= 0;
    }

    private static boolean isWebPage(byte[] head) {
        int begin = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (begin < head.length && Character.isWhitespace(head[begin])) {
            begin++;
        }
        int length = Math.min(WEB_PAGE_LENGTH, head.length - begin);
        String tag = new String(head, begin, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return WEB_PAGES.stream().anyMatch(tag::startsWith);
    }

    private static boolean isOffice(String entry) {
        return entry.startsWith("[Content_Types].xml")
                || entry.startsWith("_rels/")
                || entry.startsWith("mimetypeapplication/vnd.oasis.opendocument");
    }

    /** Name and beginning of the content of a ZIP's first entry (APPNOTE 4.3.7). */
    private static Optional<String> firstEntry(byte[] head) {
        if (!startsWith(head, ZIP) || head.length < ZIP_NAME) {
            return Optional.empty();
        }
        int name = unsigned(head, ZIP_NAME_LENGTH);
        int extra = unsigned(head, ZIP_NAME_LENGTH + 2);
        int nameEnd = Math.min(head.length, ZIP_NAME + name);
        int content = Math.min(head.length, nameEnd + extra);
        return Optional.of(new String(head, ZIP_NAME, nameEnd - ZIP_NAME, StandardCharsets.ISO_8859_1)
                + new String(head, content, Math.min(100, head.length - content), StandardCharsets.ISO_8859_1));
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    /** A SEQUENCE that begins with these bytes, behind a length of whatever form (X.690 8.1.3). */
    private static boolean derBegins(byte[] head, byte[] content) {
        return head[0] == 0x30 && indexOf(head, content, DER_HEADER_MAX) >= 2;
    }

    private static boolean startsWith(byte[] bytes, byte[] begin) {
        return indexOf(bytes, begin, 1) == 0;
    }

    /** Where a pattern begins, if it does so before {@code within}; else -1. */
    private static int indexOf(byte[] bytes, byte[] pattern, int within) {
        for (int i = 0; i < within && i + pattern.length <= bytes.length; i++) {
            int j = 0;
            while (j < pattern.length && bytes[i + j] == pattern[j]) {
                j++;
            }
            if (j == pattern.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
