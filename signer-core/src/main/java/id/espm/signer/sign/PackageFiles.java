package id.espm.signer.sign;

import id.espm.signer.Caution;
import id.espm.signer.CheckedFile;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfCheck;
import id.espm.signer.review.DocumentReview;
import id.espm.signer.review.ReviewReport;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The files of one package as they are read for its check: each once, of the right kind and size, and none of them double. */
final class PackageFiles {
    private final Rules rules;
    private final SigningPackage source;
    private final Map<Path, CheckedFile> files = new HashMap<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> damaged = new ArrayList<>();
    private final List<Caution.OfDocuments> large = new ArrayList<>();

    PackageFiles(Rules rules, SigningPackage source) {
        this.rules = rules;
        this.source = source;
    }

    /**
     * Reads every file.
     *
     * @throws SignerException {@link Problem.CompositionWrong}, {@link Problem.FileUnfit}, {@link Problem.FileTooLarge},
     *     {@link Problem.FileUnreadable}, {@link Problem.FileInUse}, {@link Problem.PdfUnusable}
     */
    void read() throws SignerException {
        Set<Sha256> adks = new HashSet<>();
        for (PackageDocument document : source.dokumen()) {
            if (document.adk().isPresent()) {
                requireOther(adks, readOnce(document.adk().get(), true));
            }
            Set<Sha256> lampiran = new HashSet<>();
            for (Path file : document.lampiran()) {
                requireOther(lampiran, readOnce(file, false));
                if (PdfCheck.check(file).damaged()) {
                    damaged.add(file);
                }
            }
        }
    }

    private CheckedFile readOnce(Path file, boolean adk) throws SignerException {
        if (!seen.add(file.toAbsolutePath().normalize())) {
            throw twice(file);
        }
        FileKind kind = FileKind.fit(file);
        String name = file.getFileName().toString();
        // What is called a PDF and is none is told more exactly when it is opened.
        if (!adk && kind != FileKind.PDF && !name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new SignerException(new CompositionWrong(
                    source.jenis(), Misfit.LAMPIRAN_NOT_PDF, name, rules.files().pdfPasal()));
        }
        CheckedFile checked = CheckedFile.of(file);
        OptionalLong usual = rules.requireSize(file, checked.size(), adk);
        usual.ifPresent(size -> large.add(new Caution.LargeFile(file, checked.size(), size)));
        files.put(file, checked);
        return checked;
    }

    /** The same content under another name is the same file. */
    private void requireOther(Set<Sha256> contents, CheckedFile file) throws SignerException {
        if (!contents.add(file.sha256())) {
            throw twice(file.path());
        }
    }

    private SignerException twice(Path file) {
        return new SignerException(new CompositionWrong(
                source.jenis(),
                Misfit.DUPLICATE,
                file.getFileName().toString(),
                rules.of(source.jenis()).compositionPasal()));
    }

    /** What is signed: it says the numbers that ADKs hold, where they could be read. */
    BundleRequest request(ReviewReport compared) {
        BundleRequest.Builder builder =
                new BundleRequest.Builder(source.jenis(), source.satker(), kppn(), source.tahun());
        for (DocumentReview reviewed : compared.documents()) {
            builder.nomor(reviewed.nomor());
            reviewed.document().adk().ifPresent(adk -> builder.adk(checked(adk), reviewed.nomor()));
            reviewed.document().lampiran().forEach(pdf -> builder.lampiran(checked(pdf), reviewed.nomor()));
        }
        return builder.build();
    }

    private CheckedFile checked(Path file) {
        return Objects.requireNonNull(files.get(file));
    }

    /** What is never submitted names no treasury office, even where the profile knows one. */
    private Optional<Kppn> kppn() {
        return rules.of(source.jenis()).submitted() ? source.kppn() : Optional.empty();
    }

    /** PDFs whose structure is damaged. */
    List<Path> damaged() {
        return damaged;
    }

    /** Files that are larger than usual. */
    List<Caution.OfDocuments> large() {
        return large;
    }
}
