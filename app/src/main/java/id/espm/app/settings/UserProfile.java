package id.espm.app.settings;

import id.espm.signer.Jabatan;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.paket.PackageDetails;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the official set up once, because the certificate does not say it (PER-10/PB/2018, Lampiran 7.3); each part may be
 * left out.
 *
 * @param p12       the certificate file
 * @param jabatan   as what the official signs
 * @param satker    the work unit
 * @param kppn      the treasury office
 * @param tahun     the budget year
 * @param lokasi    where the official signs
 * @param alasan    why
 * @param zona      the zone of claimed times; the machine's own where it is left out
 * @param kppnZona  the local time of that KPPN, for its service hours: nothing public says it for each KPPN
 * @param url       the address of eSPM
 * @param user      the user name at eSPM
 * @param signature level and TSA of signatures
 * @param key       which key, and what is asked about its certificate
 * @param adkPasswordFile a file with the password of ADKs, in one line
 * @param pac       the office's proxy auto-configuration script; {@code http}, {@code https} or {@code file}
 * @param updates   whether and where a newer version is asked for
 */
public record UserProfile(
        Optional<Path> p12,
        Optional<Jabatan> jabatan,
        Optional<Satker> satker,
        Optional<Kppn> kppn,
        Optional<Integer> tahun,
        Optional<String> lokasi,
        Optional<String> alasan,
        Optional<ZoneId> zona,
        Optional<ZoneId> kppnZona,
        Optional<URI> url,
        Optional<String> user,
        SignatureSettings signature,
        KeySettings key,
        Optional<Path> adkPasswordFile,
        Optional<URI> pac,
        UpdateSettings updates) {

    /** Nothing is set up. */
    public static UserProfile none() {
        return new Builder().build();
    }

    /** What the profile says of packages. */
    public PackageDetails details() {
        return new PackageDetails(Optional.empty(), satker, kppn, tahun, jabatan, lokasi);
    }

    /** The zone in which times are told and claimed. */
    public ZoneId zoneOrSystem() {
        return zona.orElseGet(ZoneId::systemDefault);
    }

    /** Collects what is said; the rest stays open. */
    public static final class Builder {
        private Optional<Path> p12 = Optional.empty();
        private Optional<Jabatan> jabatan = Optional.empty();
        private Optional<Satker> satker = Optional.empty();
        private Optional<Kppn> kppn = Optional.empty();
        private Optional<Integer> tahun = Optional.empty();
        private Optional<String> lokasi = Optional.empty();
        private Optional<String> alasan = Optional.empty();
        private Optional<ZoneId> zona = Optional.empty();
        private Optional<ZoneId> kppnZona = Optional.empty();
        private Optional<URI> url = Optional.empty();
        private Optional<String> user = Optional.empty();
        private SignatureSettings signature = SignatureSettings.none();
        private KeySettings key = KeySettings.none();
        private Optional<Path> adkPasswordFile = Optional.empty();
        private Optional<URI> pac = Optional.empty();
        private UpdateSettings updates = UpdateSettings.none();

        /** Begins with nothing. */
        public Builder() {}

        /** Begins with what another profile says. */
        public Builder(UserProfile other) {
            p12 = other.p12();
            jabatan = other.jabatan();
            satker = other.satker();
            kppn = other.kppn();
            tahun = other.tahun();
            lokasi = other.lokasi();
            alasan = other.alasan();
            zona = other.zona();
            kppnZona = other.kppnZona();
            url = other.url();
            user = other.user();
            signature = other.signature();
            key = other.key();
            adkPasswordFile = other.adkPasswordFile();
            pac = other.pac();
            updates = other.updates();
        }

        public Builder p12(Optional<Path> value) {
            p12 = value;
            return this;
        }

        public Builder jabatan(Optional<Jabatan> value) {
            jabatan = value;
            return this;
        }

        public Builder satker(Optional<Satker> value) {
            satker = value;
            return this;
        }

        public Builder kppn(Optional<Kppn> value) {
            kppn = value;
            return this;
        }

        public Builder tahun(Optional<Integer> value) {
            tahun = value;
            return this;
        }

        public Builder lokasi(Optional<String> value) {
            lokasi = value;
            return this;
        }

        public Builder alasan(Optional<String> value) {
            alasan = value;
            return this;
        }

        public Builder zona(Optional<ZoneId> value) {
            zona = value;
            return this;
        }

        public Builder kppnZona(Optional<ZoneId> value) {
            kppnZona = value;
            return this;
        }

        public Builder url(Optional<URI> value) {
            url = value;
            return this;
        }

        public Builder user(Optional<String> value) {
            user = value;
            return this;
        }

        public Builder signature(SignatureSettings value) {
            signature = value;
            return this;
        }

        public Builder key(KeySettings value) {
            key = value;
            return this;
        }

        public Builder adkPasswordFile(Optional<Path> value) {
            adkPasswordFile = value;
            return this;
        }

        public Builder pac(Optional<URI> value) {
            pac = value;
            return this;
        }

        public Builder updates(UpdateSettings value) {
            updates = value;
            return this;
        }

        public UserProfile build() {
            return new UserProfile(
                    p12,
                    jabatan,
                    satker,
                    kppn,
                    tahun,
                    lokasi,
                    alasan,
                    zona,
                    kppnZona,
                    url,
                    user,
                    signature,
                    key,
                    adkPasswordFile,
                    pac,
                    updates);
        }
    }
}
