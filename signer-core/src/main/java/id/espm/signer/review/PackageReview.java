package id.espm.signer.review;

import id.espm.signer.AdkGap;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.Difference.Aspect;
import id.espm.signer.Problem;
import id.espm.signer.Problem.AdkMismatch;
import id.espm.signer.Problem.AdkMismatch.Mark;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares packages with what their ADKs and PDFs say. PDFs are read only where an ADK could be, so that without a password a
 * package costs no more than a look into its ADKs' directories.
 */
public final class PackageReview {
    private final AdkReader reader;

    /** A review that may be used for any number of packages, by several threads. */
    public PackageReview(AdkReader reader) {
        this.reader = reader;
    }

    /**
     * Compares; decides nothing about differences.
     *
     * @throws SignerException {@link Problem.AdkMismatch}, {@link Problem.FileUnreadable}
     */
    public ReviewReport review(SigningPackage source) throws SignerException {
        List<DocumentReview> reviews = new ArrayList<>();
        for (PackageDocument document : source.dokumen()) {
            reviews.add(
                    document.adk().isPresent()
                            ? review(source, document, document.adk().get())
                            : new DocumentReview(document, Optional.empty(), List.of(), List.of()));
        }
        return new ReviewReport(reviews);
    }

    private DocumentReview review(SigningPackage source, PackageDocument document, Path adk) throws SignerException {
        AdkContents contents = contents(adk);
        if (!contents.isRead()) {
            return new DocumentReview(document, Optional.of(contents), List.of(), cautions(source, adk, contents));
        }
        for (AdkSpm spm : contents.spm()) {
            requireSame(adk, Mark.SATKER, source.satker().kode(), spm.key().satker());
            requireSame(
                    adk,
                    Mark.TAHUN,
                    Integer.toString(source.tahun()),
                    Integer.toString(spm.key().tahun()));
        }
        List<Difference> differences = new ArrayList<>(numbers(document, adk, contents.spm()));
        List<Caution.OfDocuments> cautions = new ArrayList<>();
        List<PrintText> texts = texts(document);
        for (AdkSpm spm : contents.spm()) {
            SpmComparison comparison = new SpmComparison(adk, spm);
            List<PrintText> prints = comparison.prints(texts, others(contents.spm(), spm));
            prints.forEach(print -> differences.addAll(comparison.differences(print)));
            if (prints.isEmpty()) {
                cautions.add(new Caution.NotCompared(adk, spm.key().nomor()));
            }
        }
        return new DocumentReview(document, Optional.of(contents), differences, cautions);
    }

    private AdkContents contents(Path adk) throws SignerException {
        try {
            return reader.read(adk);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(adk), e);
        }
    }

    /** Of the kinds whose form nobody knows, it needs not be said each time. */
    private static List<Caution.OfDocuments> cautions(SigningPackage source, Path adk, AdkContents contents) {
        return contents.gap()
                .filter(gap -> gap != AdkGap.FORM_UNKNOWN || isSpm(source))
                .map(gap -> List.<Caution.OfDocuments>of(new Caution.AdkNotRead(adk, gap)))
                .orElse(List.of());
    }

    private static boolean isSpm(SigningPackage source) {
        return switch (source.jenis()) {
            case SPM, SPM_KOREKSI, SPM_KP, SPM_KPBB, SPM_KBC, SPM_IB, SPM_BPHTB -> true;
            case KONTRAK, RPD_HARIAN, GAJI, LPJ, SURAT -> false;
        };
    }

    private static void requireSame(Path adk, Mark mark, String said, String found) throws SignerException {
        if (!said.equals(found)) {
            throw new SignerException(new AdkMismatch(adk, mark, said, found));
        }
    }

    /** Each number of the ADK has to be said by the package, and each that is said has to be in the ADK. */
    private static List<Difference> numbers(PackageDocument document, Path adk, List<AdkSpm> spm) {
        List<String> said = new ArrayList<>(document.nomor());
        List<String> unsaid = new ArrayList<>();
        for (AdkSpm one : spm) {
            SpmNumber nomor = new SpmNumber(one.key().nomor());
            Optional<String> match = said.stream().filter(nomor::isMeantBy).findFirst();
            match.ifPresentOrElse(said::remove, () -> unsaid.add(one.key().nomor()));
        }
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(unsaid.size(), said.size()); i++) {
            Optional<String> found = i < said.size() ? Optional.of(said.get(i)) : Optional.empty();
            String all =
                    String.join(", ", spm.stream().map(s -> s.key().nomor()).toList());
            String inAdk = i < unsaid.size() ? unsaid.get(i) : all;
            differences.add(new Difference(adk, inAdk, Optional.empty(), Aspect.NOMOR, inAdk, found));
        }
        return differences;
    }

    private static List<SpmNumber> others(List<AdkSpm> all, AdkSpm one) {
        return all.stream()
                .filter(other -> !other.key().equals(one.key()))
                .map(other -> new SpmNumber(other.key().nomor()))
                .toList();
    }

    private static List<PrintText> texts(PackageDocument document) throws SignerException {
        List<PrintText> texts = new ArrayList<>();
        for (Path pdf : document.lampiran()) {
            try {
                PdfText.of(pdf).map(text -> PrintText.of(pdf, text)).ifPresent(texts::add);
            } catch (IOException e) {
                throw new SignerException(new Problem.FileUnreadable(pdf), e);
            }
        }
        return texts;
    }
}
