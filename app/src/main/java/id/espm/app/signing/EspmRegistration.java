package id.espm.app.signing;

import id.espm.app.espm.Profile;
import id.espm.app.espm.Profile.Appointment;
import id.espm.signer.Jabatan;
import id.espm.signer.Satker;
import id.espm.signer.SignerRole;
import id.espm.signer.authority.Registration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What eSPM's profile says of an official, as far as it bears on who may sign. */
public final class EspmRegistration {
    private EspmRegistration() {}

    /** Active positions alone count; user levels of operators are no positions that sign. eSPM tells no DS status. */
    public static Registration of(Profile profile) {
        Set<SignerRole> roles = profile.appointments().stream()
                .filter(Appointment::active)
                .flatMap(one -> role(one).stream())
                .collect(Collectors.toSet());
        return new Registration(new HashSet<>(profile.serials()), roles, Optional.empty());
    }

    private static Optional<SignerRole> role(Appointment appointment) {
        return Arrays.stream(Jabatan.values())
                .filter(jabatan -> jabatan.name().equals(appointment.jabatan()))
                .filter(jabatan -> Satker.isKode(appointment.satker()))
                .findFirst()
                .map(jabatan -> new SignerRole(jabatan, new Satker(appointment.satker())));
    }
}
