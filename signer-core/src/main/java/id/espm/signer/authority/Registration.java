package id.espm.signer.authority;

import id.espm.signer.SignerRole;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What eSPM knows of an official.
 *
 * @param serials      serial numbers of his certificates ("Download DS") in hexadecimal digits
 * @param appointments the positions that he holds now
 * @param dsStatus     the state of his digital signature in eSPM's words, such as {@code Issue}, where eSPM tells it
 */
public record Registration(Set<String> serials, Set<SignerRole> appointments, Optional<String> dsStatus) {
    private static final String ISSUED = "ISSUE";

    /** Takes serial numbers in either case, with leading zeros, colons or blanks. */
    public Registration {
        serials = serials.stream().map(Registration::plain).collect(Collectors.toUnmodifiableSet());
        appointments = Set.copyOf(appointments);
    }

    boolean knows(String serial) {
        return serials.contains(plain(serial));
    }

    /** Of the states New, On Set Passphrase, Enroll and Issue only the last may sign. */
    static boolean maySign(String dsStatus) {
        return dsStatus.strip().equalsIgnoreCase(ISSUED);
    }

    private static String plain(String serial) {
        return serial.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}
