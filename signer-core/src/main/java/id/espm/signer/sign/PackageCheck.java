package id.espm.signer.sign;

import id.espm.signer.Caution;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Problem.DifferencesNotAccepted;
import id.espm.signer.Problem.PackageDetailMissing;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.review.PackageReview;
import id.espm.signer.review.ReviewReport;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import java.util.ArrayList;
import java.util.List;

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
        // Hashed before it is compared: what changes in between does not stand the hash when it is signed.
        PackageFiles files = new PackageFiles(rules, source);
        files.read();
        ReviewReport compared = review.review(source);
        rules.requireNomor(source.jenis(), compared.nomor());
        List<Caution.OfDocuments> cautions = new ArrayList<>(files.large());
        cautions.addAll(cautions(source, compared));
        return new CheckedPackage(source, files.request(compared), files.damaged(), cautions, compared);
    }

    private List<Caution.OfDocuments> cautions(SigningPackage source, ReviewReport compared) throws SignerException {
        if (!compared.differences().isEmpty() && !acceptDifferences) {
            throw new SignerException(new DifferencesNotAccepted(source.source(), compared.differences()));
        }
        List<Caution.OfDocuments> cautions = new ArrayList<>(compared.cautions());
        compared.differences().forEach(one -> cautions.add(new Caution.DifferenceAccepted(one)));
        return cautions;
    }

    private SignerException misfit(SigningPackage source, Misfit misfit, String document) {
        String pasal = rules.of(source.jenis()).compositionPasal();
        return new SignerException(new CompositionWrong(source.jenis(), misfit, document, pasal));
    }
}
