package id.espm.sandbox.espm.account;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user of eSPM. Officials are accounts of kind {@link AccountKind#PEJABAT}; their registered certificates
 * ("Download DS", PER-10/PB/2018 Lampiran 7.3) are known by serial number.
 *
 * @param username what the user logs in with
 * @param password in clear, as practice mode hands it out; the server keeps only a salted hash of it
 * @param mustChangePassword a default password that was never changed: refused at login (Lampiran 1.2)
 * @param kind user level
 * @param name the person's name
 * @param nik sixteen digits; leaves the server only masked
 * @param email where security codes go
 * @param serials serial numbers of the registered certificates
 * @param appointments positions held
 */
public record Account(
        String username,
        String password,
        boolean mustChangePassword,
        AccountKind kind,
        String name,
        String nik,
        String email,
        Set<BigInteger> serials,
        List<Appointment> appointments) {
    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

    public Account {
        Objects.requireNonNull(kind, "kind");
        if (username.isBlank()) {
            throw new IllegalArgumentException("username is blank");
        }
        if (!NIK.matcher(nik).matches()) {
            throw new IllegalArgumentException("NIK has sixteen digits");
        }
        if (!EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("not a mail address: " + email);
        }
        serials = Set.copyOf(serials);
        appointments = List.copyOf(appointments);
    }

    /** Does not show the password or the NIK. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + kind + "]";
    }
}
