package id.espm.app.history;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.Rows;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.ChainCheck;
import id.espm.app.history.audit.ChainLink;
import id.espm.app.history.audit.ChainReport;
import id.espm.app.history.audit.ChainReport.Flaw;
import id.espm.app.history.audit.ExportForm;
import id.espm.app.history.audit.Head;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audit trail of a folder as a whole, as it lies there: whether it holds or not, and without making anything. It is read
 * as of one moment, entry by entry, and others may write meanwhile.
 */
public final class StoredTrail {
    private static final String ALL =
            "SELECT seq, entry, previous, hash, at, kind, jenis, satker, tahun FROM audit ORDER BY seq";
    private static final String NOMOR = "SELECT count(*) FROM audit_nomor WHERE nomor = ? AND seq = ?";

    private final HistoryFolder files;

    /** @param folder as for {@link History#open} */
    public StoredTrail(Path folder) {
        this.files = new HistoryFolder(folder);
    }

    /** Whether there is a history, or a part of one. */
    public boolean exists() {
        return Files.exists(files.database()) || Files.exists(files.head());
    }

    /**
     * Checks every entry, what it is searched by, and the head.
     *
     * @throws SignerException {@link Problem.HistoryUnusable} where the database cannot be read
     */
    public ChainReport verify() throws IOException, SignerException {
        ChainCheck empty = new ChainCheck();
        if (!exists()) {
            return empty.report();
        }
        Optional<Head> said = Files.exists(files.head()) ? HeadFile.read(files.head()) : Optional.empty();
        if (said.isEmpty()) {
            empty.broken(Flaw.HEAD_MISSING);
            return empty.report();
        }
        if (!hasEntries()) {
            empty.mustHave(said.get());
            empty.mustReach(said.get());
            return empty.report();
        }
        return read(database -> verify(database, said.get()));
    }

    /** An empty file was made by a run that ended at once. */
    private boolean hasEntries() throws IOException {
        return Files.exists(files.database()) && Files.size(files.database()) > 0;
    }

    /**
     * Writes all entries into a file, whole or not at all.
     *
     * @param force whether a file that is there may be replaced
     * @return how many entries were written
     * @throws SignerException {@link Problem.HistoryUnusable}, {@link Problem.OutputExists}
     */
    public long export(Path target, boolean force) throws IOException, SignerException {
        if (!force && Files.exists(target)) {
            throw new SignerException(new Problem.OutputExists(target));
        }
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, ".history", ".part");
        try {
            long written;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                written = hasEntries() ? read(database -> export(database, out)) : export(Head.EMPTY, out);
                out.flush();
                channel.force(true);
            }
            if (force) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, target);
            }
            return written;
        } catch (FileAlreadyExistsException e) {
            throw new SignerException(new Problem.OutputExists(target), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long export(Database database, OutputStream out) throws DatabaseException, IOException {
        Head head = Head.EMPTY;
        try (Rows row = database.query(ALL)) {
            while (row.next()) {
                ChainLink link = link(row);
                ExportForm.write(out, link);
                head = link.asHead();
            }
        }
        return export(head, out);
    }

    private static long export(Head head, OutputStream out) throws IOException {
        ExportForm.write(out, head);
        return head.seq();
    }

    private static ChainReport verify(Database database, Head said) throws DatabaseException {
        database.requireSound();
        ChainCheck check = new ChainCheck();
        check.mustHave(said);
        long numbers = 0;
        try (Rows row = database.query(ALL)) {
            while (check.holds() && row.next()) {
                boolean chained = row.text(3).equals(check.last().hash().hex());
                Optional<AuditEvent> event = check.accept(link(row));
                check.mustHave(said);
                if (event.isPresent()) {
                    Set<String> nomor = comparable(event.get());
                    numbers += nomor.size();
                    if (!chained || !columnsAreOf(event.get(), row) || !areFound(database, nomor, row.number(1))) {
                        check.lastBroken(Flaw.INDEX_DIFFERS);
                    }
                }
            }
        }
        check.mustReach(said);
        if (check.holds() && database.number("SELECT count(*) FROM audit_nomor") != numbers) {
            check.broken(Flaw.INDEX_DIFFERS);
        }
        return check.report();
    }

    private static ChainLink link(Rows row) throws DatabaseException {
        try {
            return new ChainLink(row.number(1), row.bytes(2), new Sha256(row.text(4)));
        } catch (IllegalArgumentException e) {
            throw DatabaseException.damaged("the hash of entry " + row.number(1) + " cannot be read", e);
        }
    }

    private static boolean columnsAreOf(AuditEvent event, Rows row) throws DatabaseException {
        AuditEvent.Subject subject = event.subject();
        return row.number(5) == event.time().toInstant().toEpochMilli()
                && row.text(6).equals(event.kind().name())
                && row.optionalText(7).equals(subject.jenis().map(Enum::name))
                && row.optionalText(8).equals(subject.satker().map(Satker::kode))
                && row.number(9) == subject.tahun().orElse(0);
    }

    private static Set<String> comparable(AuditEvent event) {
        return event.subject().nomor().stream().map(DocumentKey::comparable).collect(Collectors.toSet());
    }

    private static boolean areFound(Database database, Set<String> nomor, long seq) throws DatabaseException {
        for (String one : nomor) {
            try (Rows found = database.query(NOMOR, one, seq)) {
                if (!found.next() || found.number(1) != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What happens within one view of the database. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Database database) throws DatabaseException, IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException, SignerException {
        try (Database database = Database.open(files.database(), History.FORM)) {
            database.execute("BEGIN");
            T result = reading.read(database);
            database.execute("COMMIT");
            return result;
        } catch (DatabaseException e) {
            throw History.unusable(files.database(), e);
        }
    }
}
