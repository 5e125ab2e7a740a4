package id.espm.sandbox.espm.store;

import java.math.BigInteger;
import java.util.List;

/**
 * What the client says of a bundle before it sends it.
 *
 * @param jenis kind of document
 * @param satker six digits
 * @param kppn three digits
 * @param tahun budget year
 * @param nomor numbers of the SPM in the bundle, or of the other documents
 * @param fileName name of the bundle
 * @param size of the bundle, in bytes
 * @param sha256 of the bundle, in lower-case hex
 * @param serial of the certificate that sealed the bundle
 */
public record Declaration(
        String jenis,
        String satker,
        String kppn,
        int tahun,
        List<String> nomor,
        String fileName,
        long size,
        String sha256,
        BigInteger serial) {
    public Declaration {
        nomor = List.copyOf(nomor);
    }

    /** Whether both announce the same bundle; it may have been renamed in between. */
    public boolean announcesSameAs(Declaration other) {
        return equals(new Declaration(
                other.jenis,
                other.satker,
                other.kppn,
                other.tahun,
                other.nomor,
                fileName,
                other.size,
                other.sha256,
                other.serial));
    }
}
