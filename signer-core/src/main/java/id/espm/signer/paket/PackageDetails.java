package id.espm.signer.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import java.util.Optional;

/**
 * What is said of a package besides its files, by a call, a description or a profile; each part may be left unsaid.
 *
 * @param jenis   the kind of Dokumen Elektronik
 * @param satker  the work unit
 * @param kppn    the treasury office
 * @param tahun   the budget year
 * @param jabatan as what the official signs
 * @param lokasi  where the official signs
 */
public record PackageDetails(
        Optional<Jenis> jenis,
        Optional<Satker> satker,
        Optional<Kppn> kppn,
        Optional<Integer> tahun,
        Optional<Jabatan> jabatan,
        Optional<String> lokasi) {

    /** Nothing is said. */
    public static PackageDetails none() {
        return new PackageDetails(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** These details, and the others' where these say nothing. */
    public PackageDetails orElse(PackageDetails others) {
        return new PackageDetails(
                jenis.or(others::jenis),
                satker.or(others::satker),
                kppn.or(others::kppn),
                tahun.or(others::tahun),
                jabatan.or(others::jabatan),
                lokasi.or(others::lokasi));
    }
}
