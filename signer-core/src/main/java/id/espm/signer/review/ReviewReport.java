package id.espm.signer.review;

import id.espm.signer.Caution;
import id.espm.signer.Difference;
import java.util.List;

/**
 * What came of comparing a package.
 *
 * @param documents one for each of its documents, in their order
 */
public record ReviewReport(List<DocumentReview> documents) {
    /** Keeps a copy of the list. */
    public ReviewReport {
        documents = List.copyOf(documents);
    }

    /** The numbers of all SPM in the package, as far as ADKs could be read by what they hold. */
    public List<String> nomor() {
        return documents.stream().flatMap(d -> d.nomor().stream()).toList();
    }

    /** All differences. */
    public List<Difference> differences() {
        return documents.stream().flatMap(d -> d.differences().stream()).toList();
    }

    /** All that could not be read or compared. */
    public List<Caution.OfDocuments> cautions() {
        return documents.stream().flatMap(d -> d.cautions().stream()).toList();
    }
}
