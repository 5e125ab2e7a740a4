package id.espm.signer.review;

import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.paket.PackageDocument;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing one document.
 *
 * @param document    the document
 * @param adk         what its ADK holds; empty where it has none
 * @param differences where package, ADK and PDFs do not agree
 * @param cautions    what could not be read or compared
 */
public record DocumentReview(
        PackageDocument document,
        Optional<AdkContents> adk,
        List<Difference> differences,
        List<Caution.OfDocuments> cautions) {
    /** Keeps copies of the lists. */
    public DocumentReview {
        differences = List.copyOf(differences);
        cautions = List.copyOf(cautions);
    }

    /** The numbers of its SPM: what the ADK says, or else what the package says. */
    public List<String> nomor() {
        return adk.filter(AdkContents::isRead)
                .map(contents -> contents.spm().stream()
                        .map(AdkSpm::key)
                        .map(AdkSpm.Key::nomor)
                        .toList())
                .orElse(document.nomor());
    }
}
