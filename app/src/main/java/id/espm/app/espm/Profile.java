package id.espm.app.espm;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Who the user is to eSPM, and what KPPN takes today.
 *
 * @param username     what the user logs in with
 * @param kind         user level: {@code OPERATOR_SATKER}, {@code OPERATOR_BENDAHARA}, {@code PEJABAT}, {@code OPERATOR_KPPN}
 * @param name         the person's name
 * @param nikMasked    the NIK with its middle masked by the server
 * @param serials      serial numbers of the registered certificates ("Download DS"), in lower-case hexadecimal digits
 * @param appointments positions held, former ones included
 * @param kppn         one per KPPN of the active appointments
 */
public record Profile(
        String username,
        String kind,
        String name,
        String nikMasked,
        List<String> serials,
        List<Appointment> appointments,
        List<KppnToday> kppn) {

    public Profile {
        serials = List.copyOf(serials);
        appointments = List.copyOf(appointments);
        kppn = List.copyOf(kppn);
    }

    /**
     * One position at one satker in one budget year.
     *
     * @param jabatan the position, or the user level of an operator
     * @param satker  six digits
     * @param kppn    three digits
     * @param zone    local time of the KPPN
     * @param tahun   the budget year
     * @param dipa    the DIPA that it rests on
     * @param active  false once the post is no longer held (PER-10/PB/2018 Pasal 4(5)e)
     */
    public record Appointment(
            String jabatan,
            String satker,
            String satkerNama,
            String kppn,
            String kppnNama,
            ZoneId zone,
            int tahun,
            String dipa,
            boolean active) {}

    /**
     * What a KPPN takes, and when.
     *
     * @param kode              three digits
     * @param zone              its local time
     * @param opens             local time (Pasal 8(1): 08.00)
     * @param closes            local time (15.00)
     * @param workingDays       on which it receives
     * @param dailySpmLimit     how many SPM it takes a day (Pasal 8(2))
     * @param remainingSpmToday how many of these are left, for the KPPN as a whole
     */
    public record KppnToday(
            String kode,
            String nama,
            ZoneId zone,
            LocalTime opens,
            LocalTime closes,
            Set<DayOfWeek> workingDays,
            int dailySpmLimit,
            int remainingSpmToday) {
        public KppnToday {
            workingDays = Set.copyOf(workingDays);
        }
    }
}
