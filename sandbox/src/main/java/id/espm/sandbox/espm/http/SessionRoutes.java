package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.espm.account.ServiceHours;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.submission.SpmQuota;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /session} and {@code /profile}. */
public final class SessionRoutes {
    private final Sessions sessions;
    private final SpmQuota quota;
    private final ServiceHours hours;

    public SessionRoutes(Sessions sessions, SpmQuota quota, ServiceHours hours) {
        this.sessions = sessions;
        this.quota = quota;
        this.hours = hours;
    }

    private record Credentials(
            @Nullable String username, @Nullable String password) {
        /** A record would print its password. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/session", this::login);
        routes.get("/api/v1/profile", this::profile);
    }

    private void login(Context context) throws Refusal, IOException {
        Credentials given = Json.read(context, Credentials.class);
        if (given.username() == null || given.username().isEmpty()) {
            throw Json.invalid("Nama pengguna belum diisi.", "username");
        }
        if (given.password() == null || given.password().isEmpty()) {
            throw Json.invalid("Kata sandi belum diisi.", "password");
        }
        context.header("Cache-Control", "no-store");
        Json.write(context, 200, sessions.open(given.username(), given.password()));
    }

    private void profile(Context context) throws Refusal {
        Account account = sessions.require(context);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", account.username());
        body.put("kind", account.kind().name());
        body.put("name", account.name());
        body.put("nik", masked(account.nik()));
        body.put(
                "serials",
                account.serials().stream().map(s -> s.toString(16)).sorted().toList());
        body.put(
                "appointments",
                account.appointments().stream().map(SessionRoutes::appointment).toList());
        body.put("kppn", kppn(account));
        Json.write(context, 200, body);
    }

    private static Map<String, Object> appointment(Appointment appointment) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jabatan", appointment.jabatan());
        body.put("satker", appointment.satker());
        body.put("satkerNama", appointment.satkerNama());
        body.put("kppn", appointment.kppn());
        body.put("kppnNama", appointment.kppnNama());
        body.put("zone", appointment.zone().getId());
        body.put("tahun", appointment.tahun());
        body.put("dipa", appointment.dipa());
        body.put("active", appointment.active());
        return body;
    }

    private List<Map<String, Object>> kppn(Account account) {
        Map<String, Map<String, Object>> byCode = new LinkedHashMap<>();
        for (Appointment appointment : account.appointments()) {
            if (appointment.active()) {
                byCode.computeIfAbsent(appointment.kppn(), code -> kppnToday(appointment));
            }
        }
        return List.copyOf(byCode.values());
    }

    private Map<String, Object> kppnToday(Appointment appointment) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kode", appointment.kppn());
        body.put("nama", appointment.kppnNama());
        body.put("zone", appointment.zone().getId());
        body.put("opens", hours.opens().toString());
        body.put("closes", hours.closes().toString());
        body.put("workingDays", hours.days().stream().map(DayOfWeek::name).toList());
        body.put("dailySpmLimit", quota.dailyLimit());
        body.put("remainingSpmToday", quota.remaining(appointment.kppn()));
        return body;
    }

    private static String masked(String nik) {
        return nik.substring(0, 4) + "*".repeat(10) + nik.substring(14);
    }
}
