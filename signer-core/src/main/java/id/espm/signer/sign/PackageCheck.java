package id.espm.signer.sign;

import id.espm.signer.Caution;
import id.espm.signer.CheckedFile;
import id.espm.signer.Kppn;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Problem.DifferencesNotAccepted;
import id.espm.signer.Problem.PackageDetailMissing;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfCheck;
import id.espm.signer.review.DocumentReview;
import id.espm.signer.review.PackageReview;
import id.espm.signer.review.ReviewReport;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks packages without any key: the rules, each file, and whether package, ADKs and PDFs tell the same. */
final class PackageCheck {
    private final Rules rules;
    private final PackageReview review;
    private final boolean acceptDifferences;

    PackageCheck(Rules rules, ReviewSettings settings) {
        this.rules = rules;
        this.review = new PackageReview(settings.adk());
        this.acceptDifferences = settings.acceptDifferences();
    }

    CheckedPackage check(SigningPackage source) throws SignerException {
        rules.requireMaySign(source.jabatan(), source.jenis());
        rules.requireNomor(source.jenis(), source.nomor());
        if (rules.of(source.jenis()).submitted() && source.kppn().isEmpty()) {
            throw new SignerException(new PackageDetailMissing(source.source(), Detail.KPPN));
        }
        if (source.dokumen().isEmpty()) {
            throw misfit(source, Misfit.NO_DOCUMENT, source.source().toString());
        }
        for (PackageDocument document : source.dokumen()) {
            if (document.nomor().isEmpty()) {
                throw new SignerException(new PackageDetailMissing(source.source(), Detail.NOMOR));
            }
            rules.requireComposition(
                    source.jenis(),
                    document.label(),
                    document.adk().isPresent(),
                    !document.lampiran().isEmpty());
        }
        ReviewReport compared = review.review(source);
        rules.requireNomor(source.jenis(), compared.nomor());
        Files files = new Files(source);
        for (DocumentReview reviewed : compared.documents()) {
            files.read(reviewed);
        }
        List<Caution.OfDocuments> cautions = new ArrayList<>(files.large);
        cautions.addAll(cautions(source, compared));
        return new CheckedPackage(source, files.request.build(), files.damaged, cautions, compared);
    }

    private List<Caution.OfDocuments> cautions(SigningPackage source, ReviewReport compared) throws SignerException {
        if (!compared.differences().isEmpty() && !acceptDifferences) {
            throw new SignerException(new DifferencesNotAccepted(source.source(), compared.differences()));
        }
        List<Caution.OfDocuments> cautions = new ArrayList<>(compared.cautions());
        compared.differences().forEach(one -> cautions.add(new Caution.DifferenceAccepted(one)));
        return cautions;
    }

    /** What is signed says the numbers that ADKs hold, where they could be read. */
    private final class Files {
        private final SigningPackage source;
        private final BundleRequest.Builder request;
        private final Set<Path> seen = new HashSet<>();
        private final Set<Sha256> adks = new HashSet<>();
        private final List<Path> damaged = new ArrayList<>();
        private final List<Caution.OfDocuments> large = new ArrayList<>();

        Files(SigningPackage source) {
            this.source = source;
            this.request = new BundleRequest.Builder(source.jenis(), source.satker(), kppn(), source.tahun());
        }

        /** What is never submitted names no treasury office, even where the profile knows one. */
        private Optional<Kppn> kppn() {
            return rules.of(source.jenis()).submitted() ? source.kppn() : Optional.empty();
        }

        void read(DocumentReview reviewed) throws SignerException {
            PackageDocument document = reviewed.document();
            request.nomor(reviewed.nomor());
            if (document.adk().isPresent()) {
                CheckedFile adk = readOnce(document.adk().get(), true);
                requireOther(adks, adk);
                request.adk(adk, reviewed.nomor());
            }
            Set<Sha256> lampiran = new HashSet<>();
            for (Path file : document.lampiran()) {
                requirePdf(file);
                CheckedFile pdf = readOnce(file, false);
                requireOther(lampiran, pdf);
                if (PdfCheck.check(file).damaged()) {
                    damaged.add(file);
                }
                request.lampiran(pdf, reviewed.nomor());
            }
        }

        /** What is called a PDF and is none is told more exactly when it is opened. */
        private void requirePdf(Path file) throws SignerException {
            String name = file.getFileName().toString();
            if (FileKind.fit(file) != FileKind.PDF
                    && !name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                String pasal = rules.files().pdfPasal();
                throw new SignerException(new CompositionWrong(source.jenis(), Misfit.LAMPIRAN_NOT_PDF, name, pasal));
            }
        }

        private CheckedFile readOnce(Path file, boolean adk) throws SignerException {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                throw misfit(source, Misfit.DUPLICATE, file.getFileName().toString());
            }
            FileKind.fit(file);
            CheckedFile checked = CheckedFile.of(file);
            OptionalLong usual = rules.requireSize(file, checked.size(), adk);
            usual.ifPresent(size -> large.add(new Caution.LargeFile(file, checked.size(), size)));
            return checked;
        }

        /** The same content under another name is the same file. */
        private void requireOther(Set<Sha256> contents, CheckedFile file) throws SignerException {
            if (!contents.add(file.sha256())) {
                throw misfit(source, Misfit.DUPLICATE, file.path().getFileName().toString());
            }
        }
    }

    private SignerException misfit(SigningPackage source, Misfit misfit, String document) {
        String pasal = rules.of(source.jenis()).compositionPasal();
        return new SignerException(new CompositionWrong(source.jenis(), misfit, document, pasal));
    }
}
