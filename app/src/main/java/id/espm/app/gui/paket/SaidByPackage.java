package id.espm.app.gui.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out what a package says of itself: whatever comes out the same under two different profiles. The reader tells only
 * the sum of package and profile, while the window must know which of them it may let the official change.
 */
final class SaidByPackage {
    private static final PackageDetails ONE = profile(Jenis.SURAT, Jabatan.KPA, "1");

    private static final PackageDetails OTHER = profile(Jenis.SURAT, Jabatan.PPK, "2");
    private static final PackageDetails OTHER_JENIS = profile(Jenis.SPM, Jabatan.KPA, "1");

    private SaidByPackage() {}

    /** @throws SignerException if the folder's description cannot be understood */
    static PackageDetails of(Path folder) throws SignerException {
        PackageDetails one = read(folder, ONE);
        PackageDetails other = read(folder, OTHER);
        return new PackageDetails(
                same(one.jenis(), read(folder, OTHER_JENIS).jenis()),
                same(one.satker(), other.satker()),
                same(one.kppn(), other.kppn()),
                same(one.tahun(), other.tahun()),
                same(one.jabatan(), other.jabatan()),
                same(one.lokasi(), other.lokasi()));
    }

    /** A profile that says something of everything, so that a folder can be read before all is known. */
    static PackageDetails anything() {
        return ONE;
    }

    private static <T> Optional<T> same(Optional<T> one, Optional<T> other) {
        return one.equals(other) ? one : Optional.empty();
    }

    private static PackageDetails read(Path folder, PackageDetails profile) throws SignerException {
        return PackageFolder.details(folder, PackageDetails.none(), profile);
    }

    private static PackageDetails profile(Jenis jenis, Jabatan jabatan, String digit) {
        return new PackageDetails(
                Optional.of(jenis),
                Optional.of(new Satker(digit.repeat(6))),
                Optional.of(new Kppn(digit.repeat(3))),
                Optional.of(Integer.valueOf(digit)),
                Optional.of(jabatan),
                Optional.of(digit));
    }
}
