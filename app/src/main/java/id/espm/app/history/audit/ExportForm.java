package id.espm.app.history.audit;

import id.espm.signer.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The audit trail as a file: JSON Lines, one entry a line, the head in the last. Every part stands at a fixed place, so that
 * the bytes that were hashed can be cut out of a line: between the first 83 bytes and the last.
 *
 * <pre>{@code
 * {"hash":"<64 digits>","entry":<the bytes of the entry>}
 * {"head":{"hash":"<64 digits>","seq":<number>}}
 * }</pre>
 */
public final class ExportForm {
    private static final int HASH_AT = "{\"hash\":\"".length();
    private static final int ENTRY_AT = HASH_AT + 64 + "\",\"entry\":".length();
    private static final Pattern BEGINNING = Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"entry\":");
    private static final Pattern HEAD =
            Pattern.compile("\\{\"head\":\\{\"hash\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]{0,17})}}");

    /** No entry is that long; a file that has such a line is not read into memory. */
    private static final int LONGEST_LINE = 8 << 20;

    private ExportForm() {}

    /** Writes an entry as it is stored. */
    public static void write(OutputStream out, ChainLink link) throws IOException {
        out.write(("{\"hash\":\"" + link.hash() + "\",\"entry\":").getBytes(StandardCharsets.US_ASCII));
        out.write(link.content());
        out.write("}\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the last line. */
    public static void write(OutputStream out, Head head) throws IOException {
        out.write(("{\"head\":{\"hash\":\"" + head.hash() + "\",\"seq\":" + head.seq() + "}}\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Checks a file that was exported; its size does not matter. */
    public static ChainReport verify(Path file) throws IOException {
        ChainCheck check = new ChainCheck();
        Optional<Head> head = Optional.empty();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (Optional<byte[]> line = line(in); line.isPresent() && check.holds(); line = line(in)) {
                if (head.isPresent()) {
                    check.broken(ChainReport.Flaw.UNREADABLE);
                } else {
                    head = head(line.get());
                    if (head.isEmpty()) {
                        accept(check, line.get());
                    }
                }
            }
        }
        head.ifPresentOrElse(check::mustEndAt, () -> check.broken(ChainReport.Flaw.HEAD_MISSING));
        return check.report();
    }

    private static Optional<Head> head(byte[] line) {
        Matcher matcher = HEAD.matcher(new String(line, StandardCharsets.ISO_8859_1));
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(2)), new Sha256(matcher.group(1))))
                : Optional.empty();
    }

    private static void accept(ChainCheck check, byte[] line) {
        Matcher beginning =
                BEGINNING.matcher(new String(line, 0, Math.min(ENTRY_AT, line.length), StandardCharsets.ISO_8859_1));
        if (!beginning.matches() || line[line.length - 1] != '}') {
            check.broken(ChainReport.Flaw.UNREADABLE);
            return;
        }
        byte[] content = Arrays.copyOfRange(line, ENTRY_AT, Math.max(ENTRY_AT, line.length - 1));
        long seq = EntryForm.read(content).map(EntryForm.Content::seq).orElse(check.next());
        check.accept(new ChainLink(seq, content, new Sha256(beginning.group(1))));
    }

    /** The next line without its end; a longer one than any entry is cut, which no entry survives. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toByteArray());
    }
}
