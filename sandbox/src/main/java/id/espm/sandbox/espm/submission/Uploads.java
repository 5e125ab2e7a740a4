package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.StoreException;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.store.UploadFiles;
import id.espm.sandbox.espm.store.UploadFiles.Appended;
import id.espm.sandbox.espm.store.UploadTable;
import id.espm.sandbox.espm.store.UploadTable.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The uploads themselves, as tus 1.0.0 has them, without HTTP. */
public final class Uploads {
    /** Long enough for the server to notice that the client of an earlier, cut-off PATCH is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final UploadTable table = new UploadTable();
    private final UploadFiles files;
    private final UploadLocks locks;
    private final long maxSize;
    private final Duration expiry;
    private final Clock clock;

    /**
     * Uploads into the given files.
     *
     * @param maxSize of a bundle, in bytes
     * @param expiry how long an unfinished upload is kept after its last byte
     */
    public Uploads(Database database, UploadFiles files, long maxSize, Duration expiry, Clock clock) {
        this.database = database;
        this.files = files;
        this.locks = new UploadLocks();
        this.maxSize = maxSize;
        this.expiry = expiry;
        this.clock = clock;
    }

    /**
     * How far an upload is.
     *
     * @param offset bytes that are safe
     * @param length bytes of the whole
     * @param expiresAt until when it is kept; empty once it is whole
     */
    public record Progress(long offset, long length, Optional<Instant> expiresAt) {}

    /** Largest bundle, in bytes. */
    public long maxSize() {
        return maxSize;
    }

    /** Removes the files of uploads that were given up; to be called at start. */
    public void removeExpired() throws IOException {
        List<String> expired = database.read(c -> table.expired(c, clock.instant()));
        for (String id : expired) {
            files.delete(id);
        }
    }

    /** How far an upload is, for {@code HEAD}. */
    public Progress progress(SubmissionRow row) throws Refusal {
        Upload upload = live(row);
        return progress(row, upload.received(), upload.expiresAt());
    }

    /**
     * Appends a chunk.
     *
     * @param offset where the client thinks the upload stands
     * @param sha256 of the chunk in lower-case hex, when the client gave it: the chunk then counts whole or not at all
     * @throws Refusal {@code offset-conflict}, {@code checksum-mismatch}, {@code too-large}, {@code upload-expired} or
     *     {@code upload-busy}
     */
    public Progress append(SubmissionRow row, long offset, Optional<String> sha256, InputStream in)
            throws Refusal, IOException {
        return locks.holding(row.id(), PATIENCE, () -> appendHeld(row, offset, sha256, in));
    }

    private Progress appendHeld(SubmissionRow row, long offset, Optional<String> sha256, InputStream in)
            throws Refusal, IOException {
        Upload upload = live(row);
        if (upload.received() != offset) {
            throw new Refusal(ProblemType.OFFSET_CONFLICT, "Unggahan tidak dilanjutkan dari posisi yang benar.")
                    .with("offset", upload.received());
        }
        Appended chunk = files.append(row.id(), offset, row.declaration().size() - offset, in);
        Optional<Refusal> fault = fault(row, offset, sha256, chunk);
        if (fault.isPresent()) {
            files.truncate(row.id(), offset);
            throw fault.get();
        }
        Instant expiresAt = clock.instant().plus(expiry);
        long received = offset + chunk.bytes();
        database.transaction(c -> {
            table.advance(c, row.id(), received, expiresAt);
            return true;
        });
        return progress(row, received, expiresAt);
    }

    private static Optional<Refusal> fault(SubmissionRow row, long offset, Optional<String> sha256, Appended chunk) {
        if (chunk.overrun()) {
            return Optional.of(new Refusal(ProblemType.TOO_LARGE, "Unggahan melebihi ukuran yang dinyatakan.")
                    .with("limit", row.declaration().size()));
        }
        if (sha256.isPresent() && (chunk.cut() || !sha256.get().equals(chunk.sha256()))) {
            return Optional.of(
                    new Refusal(ProblemType.CHECKSUM_MISMATCH, "Data rusak di perjalanan. Kirim ulang bagian ini.")
                            .with("offset", offset));
        }
        return Optional.empty();
    }

    void checkSize(long size) throws Refusal {
        if (size > maxSize) {
            throw new Refusal(ProblemType.TOO_LARGE, "Ukuran paket melebihi batas %d byte.".formatted(maxSize))
                    .with("limit", maxSize);
        }
    }

    void open(Connection connection, SubmissionRow row, Instant now) throws SQLException {
        table.open(connection, row.id(), now.plus(expiry));
    }

    /** Begins anew what had expired; called when the client announces the same bundle again. */
    void reopenExpired(Connection connection, SubmissionRow row, Instant now) throws SQLException {
        Optional<Upload> upload = table.find(connection, row.id());
        if (upload.isPresent() && expired(row, upload.get(), now)) {
            table.open(connection, row.id(), now.plus(expiry));
        }
    }

    /** Begins anew what arrived whole but is not what was announced. */
    void restart(SubmissionRow row) throws Refusal, IOException {
        files.truncate(row.id(), 0);
        database.transaction(c -> {
            open(c, row, clock.instant());
            return true;
        });
    }

    <T> T holding(SubmissionRow row, Duration patience, UploadLocks.Work<T> work) throws Refusal, IOException {
        return locks.holding(row.id(), patience, work);
    }

    UploadFiles files() {
        return files;
    }

    private Upload live(SubmissionRow row) throws Refusal {
        Upload upload = database.read(c -> table.find(c, row.id()))
                .orElseThrow(() -> new StoreException("no upload of " + row.id()));
        if (expired(row, upload, clock.instant())) {
            throw new Refusal(
                    ProblemType.UPLOAD_EXPIRED, "Unggahan sudah kedaluwarsa. Mulai pengiriman ini dari awal.");
        }
        return upload;
    }

    private static boolean expired(SubmissionRow row, Upload upload, Instant now) {
        return upload.received() < row.declaration().size()
                && !upload.expiresAt().isAfter(now);
    }

    private static Progress progress(SubmissionRow row, long received, Instant expiresAt) {
        long length = row.declaration().size();
        return new Progress(received, length, received == length ? Optional.empty() : Optional.of(expiresAt));
    }
}
