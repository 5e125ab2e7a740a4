package id.espm.app.gui.paket;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads a package and asks the rules about it; what it finds is shown as far as it got. */
final class PackageReading {
    private final PackageSigner signer;

    PackageReading(Rules rules) {
        this.signer = new PackageSigner(rules);
    }

    /**
     * What was found in a folder.
     *
     * @param documents as far as they could be told
     * @param verdict   what the rules say
     */
    record Found(List<DocumentRow> documents, PackageVerdict verdict) {
        /** How many numbers all documents hold together. */
        int nomor() {
            return documents.stream().mapToInt(DocumentRow::numbers).sum();
        }
    }

    /**
     * Reads a folder.
     *
     * @param said    by the fields
     * @param missing what the fields do not say yet
     */
    Found read(Path folder, PackageDetails said, Set<Detail> missing) {
        if (missing.contains(Detail.JENIS)) {
            return new Found(List.of(), new PackageVerdict.Incomplete(missing));
        }
        List<DocumentRow> rows = List.of();
        try {
            SigningPackage found = PackageFolder.read(folder, said, SaidByPackage.anything());
            rows = found.dokumen().stream().map(PackageReading::row).toList();
            if (!missing.isEmpty()) {
                return new Found(rows, new PackageVerdict.Incomplete(missing));
            }
            SigningPackage complete = new SigningPackage(found.source(), said, found.dokumen());
            return new Found(rows, new PackageVerdict.Ready(signer.check(complete)));
        } catch (SignerException e) {
            return new Found(rows, new PackageVerdict.Refused(new Failure.OfSigner(e.problem())));
        }
    }

    /** A file that is not there counts nothing; the check will name it. */
    private static DocumentRow row(PackageDocument document) {
        return new DocumentRow(
                document,
                DocumentRow.files(document).mapToLong(f -> f.toFile().length()).sum());
    }
}
