package id.espm.sandbox.espm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which SPM were accepted: no number twice for a satker and year, and so many a day for a KPPN. */
public final class AcceptedSpmTable {

    /** Those of the declared numbers that another submission holds already. */
    public List<String> taken(Connection connection, Declaration declaration) throws SQLException {
        List<String> taken = new ArrayList<>();
        for (String nomor : declaration.nomor()) {
            taken.addAll(Sql.list(
                    connection,
                    "SELECT nomor FROM accepted_spm WHERE jenis = ? AND satker = ? AND tahun = ? AND nomor = ?",
                    r -> r.getString(1),
                    declaration.jenis(),
                    declaration.satker(),
                    declaration.tahun(),
                    nomor));
        }
        return taken;
    }

    /** How many SPM a KPPN took on a day of its own calendar. */
    public int count(Connection connection, String kppn, LocalDate day) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT COALESCE(SUM(spm), 0) FROM accepted_day WHERE kppn = ? AND day = ?",
                        r -> r.getInt(1),
                        kppn,
                        day.toString())
                .getFirst();
    }

    /** Takes the numbers, and counts them for the day. */
    public void take(Connection connection, SubmissionRow submission, LocalDate day) throws SQLException {
        Declaration d = submission.declaration();
        for (String nomor : d.nomor()) {
            Sql.update(
                    connection,
                    "INSERT INTO accepted_spm VALUES (?, ?, ?, ?, ?)",
                    d.jenis(),
                    d.satker(),
                    d.tahun(),
                    nomor,
                    submission.id());
        }
        Sql.update(
                connection,
                "INSERT INTO accepted_day VALUES (?, ?, ?, ?)",
                submission.id(),
                d.kppn(),
                day.toString(),
                d.nomor().size());
    }

    /** Frees the numbers of a rejected submission; the day's count stays, for the work was done. */
    public void free(Connection connection, String id) throws SQLException {
        Sql.update(connection, "DELETE FROM accepted_spm WHERE id = ?", id);
    }
}
