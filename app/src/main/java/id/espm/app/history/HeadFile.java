package id.espm.app.history;

import id.espm.app.history.audit.Head;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the chain beside the database, so that an end that was cut off is noticed: one line of always the same length,
 * number and hash. It is written after each commit, over itself and without waiting for the disk: a line within one sector is
 * there whole or not at all, and after a crash it may be behind the database, but never ahead of it.
 *
 * <p>Not by a channel: an interrupt, by which a batch is cancelled, would close it.
 */
final class HeadFile implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("(0[0-9]{18}) ([0-9a-f]{64})\n");
    private static final int LENGTH = 19 + 1 + 64 + 1;

    private final RandomAccessFile file;

    private HeadFile(RandomAccessFile file) {
        this.file = file;
    }

    static HeadFile open(Path path) throws IOException {
        return new HeadFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    static byte[] line(Head head) {
        return String.format(Locale.ROOT, "%019d %s\n", head.seq(), head.hash()).getBytes(StandardCharsets.US_ASCII);
    }

    /** What the file says; empty if it is in another form. */
    static Optional<Head> read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Matcher matcher = FORM.matcher(new String(in.readNBytes(LENGTH + 1), StandardCharsets.ISO_8859_1));
            return matcher.matches()
                    ? Optional.of(new Head(Long.parseLong(matcher.group(1)), new Sha256(matcher.group(2))))
                    : Optional.empty();
        }
    }

    void write(Head head) throws IOException {
        file.seek(0);
        file.write(line(head));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
