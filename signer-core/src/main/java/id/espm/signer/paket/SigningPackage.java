package id.espm.signer.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A package as it is to be signed; that it keeps the rules is checked by {@code sign}.
 *
 * @param source  its folder, or the first of its files
 * @param details what is said of it; jenis, satker, tahun, jabatan and lokasi are there
 * @param dokumen its documents
 */
public record SigningPackage(Path source, PackageDetails details, List<PackageDocument> dokumen) {
    /** Keeps a copy of the list. */
    public SigningPackage {
        dokumen = List.copyOf(dokumen);
    }

    /**
     * A package of which everything needed is said.
     *
     * @throws SignerException {@link Problem.PackageDetailMissing}
     */
    public static SigningPackage of(Path source, PackageDetails details, List<PackageDocument> dokumen)
            throws SignerException {
        require(source, details.jenis(), Detail.JENIS);
        require(source, details.satker(), Detail.SATKER);
        require(source, details.tahun(), Detail.TAHUN);
        require(source, details.jabatan(), Detail.JABATAN);
        require(source, details.lokasi().filter(l -> !l.isBlank()), Detail.LOKASI);
        return new SigningPackage(source, details, dokumen);
    }

    private static void require(Path source, Optional<?> value, Detail detail) throws SignerException {
        if (value.isEmpty()) {
            throw new SignerException(new Problem.PackageDetailMissing(source, detail));
        }
    }

    /** The kind of Dokumen Elektronik. */
    public Jenis jenis() {
        return details.jenis().orElseThrow();
    }

    /** The work unit. */
    public Satker satker() {
        return details.satker().orElseThrow();
    }

    /** Empty for what is never submitted. */
    public Optional<Kppn> kppn() {
        return details.kppn();
    }

    /** The budget year. */
    public int tahun() {
        return details.tahun().orElseThrow();
    }

    /** As what the official signs. */
    public Jabatan jabatan() {
        return details.jabatan().orElseThrow();
    }

    /** Where the official signs. */
    public String lokasi() {
        return details.lokasi().orElseThrow();
    }

    /** The numbers of all its documents, in their order. */
    public List<String> nomor() {
        return dokumen.stream().flatMap(d -> d.nomor().stream()).toList();
    }
}
