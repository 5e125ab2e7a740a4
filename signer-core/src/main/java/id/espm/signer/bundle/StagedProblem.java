package id.espm.signer.bundle;

import id.espm.signer.Problem;
import java.nio.file.Path;

/** What stopped the signing of a document that was taken out of a bundle, told of the document as people know it. */
final class StagedProblem {
    private StagedProblem() {}

    /** @param document the bundle, and in it the entry */
    static Problem named(Problem problem, Path document) {
        return switch (problem) {
            case Problem.AlreadySigned p -> new Problem.AlreadySigned(document, p.nama());
            case Problem.SignedFileUnusable p -> new Problem.SignedFileUnusable(document, p.finding());
            case Problem.FileChanged p -> new Problem.FileChanged(document);
            case Problem.FileUnreadable p -> new Problem.FileUnreadable(document);
            case Problem.PdfUnusable p -> new Problem.PdfUnusable(document, p.reason());
            case Problem.PdfFieldUnusable p -> new Problem.PdfFieldUnusable(document, p.field(), p.state());
            case Problem.AnchorNotFound p -> new Problem.AnchorNotFound(document, p.text());
            case Problem.AnchorAmbiguous p -> new Problem.AnchorAmbiguous(document, p.text(), p.count());
            default -> problem;
        };
    }
}
