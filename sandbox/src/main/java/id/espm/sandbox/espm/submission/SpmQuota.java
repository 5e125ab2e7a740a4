package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.AcceptedSpmTable;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.espm.store.SubmissionRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** No SPM twice, and no more a day than the head of the KPPN lets in (PER-10/PB/2018 Pasal 8(2)). */
public final class SpmQuota {
    private final Database database;
    private final AcceptedSpmTable table = new AcceptedSpmTable();
    private final SigningMatrix matrix;
    private final Map<String, ZoneId> zones;
    private final int dailyLimit;
    private final Clock clock;

    public SpmQuota(Database database, AccountDirectory accounts, SigningMatrix matrix, int dailyLimit, Clock clock) {
        this.database = database;
        this.matrix = matrix;
        this.dailyLimit = dailyLimit;
        this.clock = clock;
        this.zones = accounts.appointments().stream()
                .collect(Collectors.toMap(Appointment::kppn, Appointment::zone, (first, second) -> first));
    }

    public int dailyLimit() {
        return dailyLimit;
    }

    /** How many SPM the KPPN still takes today, by its own calendar. */
    public int remaining(String kppn) {
        return database.read(
                c -> Math.max(0, dailyLimit - table.count(c, kppn, now(kppn).toLocalDate())));
    }

    /**
     * Checks without taking.
     *
     * @throws Refusal {@code duplicate-spm} or {@code daily-limit}
     */
    void check(Connection connection, Declaration declaration) throws SQLException, Refusal {
        int spm = matrix.countSpm(declaration.jenis(), declaration.nomor());
        if (spm == 0) {
            return;
        }
        List<String> taken = table.taken(connection, declaration);
        if (!taken.isEmpty()) {
            throw new Refusal(
                            ProblemType.DUPLICATE_SPM,
                            "SPM nomor %s satker %s tahun %d sudah pernah dikirim."
                                    .formatted(String.join(", ", taken), declaration.satker(), declaration.tahun()))
                    .with("nomor", taken);
        }
        ZonedDateTime now = now(declaration.kppn());
        int remaining = Math.max(0, dailyLimit - table.count(connection, declaration.kppn(), now.toLocalDate()));
        if (spm > remaining) {
            ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
            throw new Refusal(
                            ProblemType.DAILY_LIMIT,
                            "KPPN %s menerima paling banyak %d SPM per hari; sisa hari ini %d."
                                    .formatted(declaration.kppn(), dailyLimit, remaining))
                    .with("limit", dailyLimit)
                    .with("remaining", remaining)
                    .retryAfter(Duration.between(now, tomorrow));
        }
    }

    /** Takes the numbers of a submission that is being accepted; {@link #check} came just before. */
    void take(Connection connection, SubmissionRow submission) throws SQLException {
        Declaration declaration = submission.declaration();
        if (matrix.countSpm(declaration.jenis(), declaration.nomor()) > 0) {
            LocalDate today = now(declaration.kppn()).toLocalDate();
            table.take(connection, submission, today);
        }
    }

    /** Frees the numbers of a rejected submission, so that they may be sent anew. */
    void free(Connection connection, String id) throws SQLException {
        table.free(connection, id);
    }

    /** Local time of a KPPN; UTC for one that nobody is appointed at. */
    ZoneId zone(String kppn) {
        return zones.getOrDefault(kppn, ZoneOffset.UTC);
    }

    private ZonedDateTime now(String kppn) {
        return clock.instant().atZone(zone(kppn));
    }
}
