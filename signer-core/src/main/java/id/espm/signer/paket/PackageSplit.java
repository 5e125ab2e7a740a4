package id.espm.signer.paket;

import id.espm.signer.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a package with too many SPM into as many as are needed (PER-10/PB/2018 Pasal 6(2)). A document stays whole: one that
 * holds more SPM than allowed by itself is left for the check to refuse.
 */
public final class PackageSplit {
    private final Rules rules;

    public PackageSplit(Rules rules) {
        this.rules = rules;
    }

    /** The package itself where the limit is kept or does not apply; else its parts in the documents' order. */
    public List<SigningPackage> split(SigningPackage source) {
        int max = rules.spmLimit().max();
        if (!rules.of(source.jenis()).spmLimited() || source.nomor().size() <= max) {
            return List.of(source);
        }
        List<SigningPackage> parts = new ArrayList<>();
        List<PackageDocument> part = new ArrayList<>();
        int count = 0;
        for (PackageDocument document : source.dokumen()) {
            int more = document.nomor().size();
            if (!part.isEmpty() && count + more > max) {
                parts.add(with(source, part));
                part.clear();
                count = 0;
            }
            part.add(document);
            count += more;
        }
        parts.add(with(source, part));
        return parts;
    }

    private static SigningPackage with(SigningPackage source, List<PackageDocument> documents) {
        return new SigningPackage(source.source(), source.details(), documents);
    }
}
