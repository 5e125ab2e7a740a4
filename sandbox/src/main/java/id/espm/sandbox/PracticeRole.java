package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.samples.Satker;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;

/** The officials that every practice folder has: one per jabatan that signs, and one per defect of a certificate. */
enum PracticeRole {
    PPSPM("Siti Rahayu Latihan", "9999990101700001"),
    PPK("Budi Santoso Latihan", "9999990101700002"),
    KPA("Andi Tenri Latihan", "9999990101700003"),
    BENDAHARA("Dewi Lestari Latihan", "9999990101700004"),
    KEPALA_KANTOR("Hasan Basri Latihan", "9999990101700005"),
    DJPB("Maria Wenda Latihan", "9999990101700006"),
    EXPIRED("Joko Kedaluwarsa Latihan", "9999990101700007"),
    NOT_YET_VALID("Rina Belum Berlaku Latihan", "9999990101700008"),
    REVOKED("Agus Dicabut Latihan", "9999990101700009"),
    WRONG_USAGE("Putri Salah Guna Latihan", "9999990101700010");

    private final String fullName;
    private final String nik;

    PracticeRole(String fullName, String nik) {
        this.fullName = fullName;
        this.nik = nik;
    }

    /** The region 999999 does not exist, so that no living person has such a NIK. */
    String nik() {
        return nik;
    }

    /** In {@code go.id} as PER-10/PB/2018 asks of an official mail address; nothing is ever sent there. */
    String email() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.') + "@latihan-espm.go.id";
    }

    CertificateProfile profile(Instant now) {
        CertificateProfile.Builder profile = CertificateProfile.signer(Subject.named(fullName)
                .nik(nik())
                .unit(Satker.LATIHAN.nama())
                .instansi("Instansi Latihan (bukan sungguhan)")
                .locality(Satker.LATIHAN.lokasi())
                .email(email())
                .build());
        return switch (this) {
            case PPSPM, PPK, KPA, BENDAHARA, KEPALA_KANTOR, DJPB, REVOKED ->
                from(profile, now.minus(Duration.ofDays(60))).build();
            case EXPIRED -> from(profile, now.minus(Duration.ofDays(760))).build();
            case NOT_YET_VALID -> from(profile, now.plus(Duration.ofDays(30))).build();
            case WRONG_USAGE ->
                from(profile, now.minus(Duration.ofDays(60)))
                        .keyUsages(EnumSet.of(KeyUse.KEY_ENCIPHERMENT, KeyUse.DATA_ENCIPHERMENT))
                        .build();
        };
    }

    private static CertificateProfile.Builder from(CertificateProfile.Builder profile, Instant from) {
        return profile.validity(from, from.plus(CertificateProfile.LIFETIME));
    }
}
