package id.espm.signer.sign;

import id.espm.signer.Caution;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.review.ReviewReport;
import java.nio.file.Path;
import java.util.List;

/**
 * A package that keeps the rules and whose files were read: what is signed must still be exactly these.
 *
 * @param source   the package
 * @param request  the documents with their hashes and the entries that they will have
 * @param damaged  the PDFs whose structure is damaged; the update that signs them repairs it
 * @param cautions what must be told before it is signed, differences that were accepted among it
 * @param review   what came of comparing it with its ADKs and PDFs
 */
public record CheckedPackage(
        SigningPackage source,
        BundleRequest request,
        List<Path> damaged,
        List<Caution.OfDocuments> cautions,
        ReviewReport review) {
    /** Keeps copies of the lists. */
    public CheckedPackage {
        damaged = List.copyOf(damaged);
        cautions = List.copyOf(cautions);
    }
}
