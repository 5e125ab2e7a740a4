package id.espm.app.gui.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem.PackageAmbiguous;
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
    /** Letters are read from any folder without a question about its names. */
    private static final PackageDetails ONE = profile(Jenis.SURAT, Jabatan.KPA, "1");

    private static final PackageDetails OTHER = profile(Jenis.SURAT, Jabatan.PPK, "2");
    private static final PackageDetails OTHER_JENIS = profile(Jenis.SPM, Jabatan.KPA, "1");

    private SaidByPackage() {}

    /** @throws SignerException if the folder's description, or the names of its files, cannot be understood */
    static PackageDetails of(Path folder) throws SignerException {
        PackageDetails one = read(folder, ONE);
        PackageDetails other = read(folder, OTHER);
        return new PackageDetails(
                jenis(folder, one),
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

    private static Optional<Jenis> jenis(Path folder, PackageDetails one) throws SignerException {
        try {
            return same(one.jenis(), read(folder, OTHER_JENIS).jenis());
        } catch (SignerException e) {
            if (e.problem() instanceof PackageAmbiguous) {
                // Only the other profile's jenis can have asked the names what they mean: the package named none.
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> Optional<T> same(Optional<T> one, Optional<T> other) {
        return one.equals(other) ? one : Optional.empty();
    }

    private static PackageDetails read(Path folder, PackageDetails profile) throws SignerException {
        return PackageFolder.read(folder, PackageDetails.none(), profile).details();
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
