package id.espm.signer.sign;

import id.espm.signer.Caution;
import id.espm.signer.CheckedFile;
import id.espm.signer.Finding;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Problem.DifferencesNotAccepted;
import id.espm.signer.Problem.PackageDetailMissing;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.bundle.BundleName;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.bundle.BundleSigner;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfCheck;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.review.DocumentReview;
import id.espm.signer.review.PackageReview;
import id.espm.signer.review.ReviewReport;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Signs packages: first everything is checked, then everything is signed into a bundle beside its place, the bundle is read
 * back and checked, and only then does it appear. A crash leaves either the whole bundle or nothing; inputs are never touched.
 */
public final class PackageSigner {
    private final Rules rules;
    private final PackageReview review;
    private final boolean acceptDifferences;
    private final AppearanceRenderer renderer = new AppearanceRenderer(FontLibrary.ofThisMachine());

    /** A signer by these rules, without the password of ADKs; it may be used for any number of packages, by several threads. */
    public PackageSigner(Rules rules) {
        this(rules, ReviewSettings.usual());
    }

    /** A signer that compares packages with their ADKs and PDFs before it signs them. */
    public PackageSigner(Rules rules, ReviewSettings review) {
        this.rules = rules;
        this.review = new PackageReview(review.adk());
        this.acceptDifferences = review.acceptDifferences();
    }

    /**
     * Checks a package without any key: the rules, the files, whether each PDF can be signed, and whether package, ADKs and
     * PDFs tell the same. The rules count the SPM that an ADK holds, where it can be read.
     *
     * @throws SignerException whatever forbids signing it
     */
    public CheckedPackage check(SigningPackage source) throws SignerException {
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
        List<Path> damaged = new ArrayList<>();
        // Hashed before it is compared: what changes in between does not stand the hash when it is signed.
        Map<Path, CheckedFile> files = readFiles(source, damaged);
        ReviewReport compared = review.review(source);
        rules.requireNomor(source.jenis(), compared.nomor());
        List<Caution.OfDocuments> cautions = cautions(source, compared);
        return new CheckedPackage(source, request(source, compared, files), damaged, cautions, compared);
    }

    private List<Caution.OfDocuments> cautions(SigningPackage source, ReviewReport compared) throws SignerException {
        if (!compared.differences().isEmpty() && !acceptDifferences) {
            throw new SignerException(new DifferencesNotAccepted(source.source(), compared.differences()));
        }
        List<Caution.OfDocuments> cautions = new ArrayList<>(compared.cautions());
        compared.differences().forEach(one -> cautions.add(new Caution.DifferenceAccepted(one)));
        return cautions;
    }

    private Map<Path, CheckedFile> readFiles(SigningPackage source, List<Path> damaged) throws SignerException {
        Set<Path> seen = new HashSet<>();
        Map<Path, CheckedFile> files = new HashMap<>();
        for (PackageDocument document : source.dokumen()) {
            if (document.adk().isPresent()) {
                files.put(document.adk().get(), readOnce(source, document.adk().get(), seen));
            }
            for (Path lampiran : document.lampiran()) {
                if (!lampiran.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                    throw misfit(
                            source,
                            Misfit.LAMPIRAN_NOT_PDF,
                            lampiran.getFileName().toString());
                }
                files.put(lampiran, readOnce(source, lampiran, seen));
                if (PdfCheck.check(lampiran).damaged()) {
                    damaged.add(lampiran);
                }
            }
        }
        return files;
    }

    /** What is signed says the numbers that ADKs hold, where they could be read. */
    private BundleRequest request(SigningPackage source, ReviewReport compared, Map<Path, CheckedFile> files) {
        BundleRequest.Builder builder =
                new BundleRequest.Builder(source.jenis(), source.satker(), kppn(source), source.tahun());
        for (DocumentReview reviewed : compared.documents()) {
            List<String> nomor = reviewed.nomor();
            builder.nomor(nomor);
            reviewed.document().adk().ifPresent(adk -> builder.adk(Objects.requireNonNull(files.get(adk)), nomor));
            reviewed.document()
                    .lampiran()
                    .forEach(pdf -> builder.lampiran(Objects.requireNonNull(files.get(pdf)), nomor));
        }
        return builder.build();
    }

    /** What is never submitted names no treasury office, even where the profile knows one. */
    private Optional<Kppn> kppn(SigningPackage source) {
        return rules.of(source.jenis()).submitted() ? source.kppn() : Optional.empty();
    }

    private CheckedFile readOnce(SigningPackage source, Path file, Set<Path> seen) throws SignerException {
        if (!seen.add(file.toAbsolutePath().normalize())) {
            throw misfit(source, Misfit.DUPLICATE, file.getFileName().toString());
        }
        return CheckedFile.of(file);
    }

    private SignerException misfit(SigningPackage source, Misfit misfit, String document) {
        String pasal = rules.of(source.jenis()).compositionPasal();
        return new SignerException(new CompositionWrong(source.jenis(), misfit, document, pasal));
    }

    /**
     * Signs a checked package.
     *
     * @throws SignerException one of {@link Problem.OfKey} and {@link Problem.OfNetwork}, {@link Problem.FileChanged},
     *     {@link Problem.OutputExists}, {@link Problem.SelfCheckFailed}
     * @throws IOException     if writing fails; nothing is left behind
     */
    public SignedPackage sign(CheckedPackage checked, SigningKey key, SigningOptions options, SigningListener listener)
            throws IOException, SignerException {
        SigningPackage source = checked.source();
        CertificateUse.require(key.certificate(), options.claimedTime().toInstant());
        SignerRole role = new SignerRole(source.jabatan(), source.satker());
        SigningContext context = new SigningContext(role, source.lokasi(), options.alasan(), options.claimedTime());
        Path target = options.folder().resolve(BundleName.of(checked.request().contents(), options.claimedTime()));
        try (BundlePlace place = BundlePlace.reserve(target, options.overwrite())) {
            new BundleSigner(context, options.method(), options.visible(), renderer)
                    .write(checked.request(), key, place.temporary(), listener);
            selfCheck(checked.request(), place.temporary(), key, options);
            place.publish();
        }
        return new SignedPackage(
                source,
                checked.request(),
                target,
                key.identity(),
                role,
                options.method().level());
    }

    /**
     * Reads back what was written. The signer is trusted here, for this checks our work and not the certificate, and so is whom
     * long-term levels were built on.
     */
    private void selfCheck(BundleRequest request, Path bundle, SigningKey key, SigningOptions options)
            throws IOException, SignerException {
        Set<X509Certificate> trusted = new HashSet<>(key.chain());
        options.method()
                .augmenter()
                .ifPresent(augmenter -> trusted.addAll(augmenter.anchors().certificates()));
        VerificationSettings settings = new VerificationSettings(
                new TrustAnchors(trusted), options.claimedTime().toInstant());
        FileReport report = new BundleVerifier(settings, rules)
                .verify(bundle.toString(), bundle)
                .report();
        if (!report.verdict().isValid()) {
            throw failure(request, report);
        }
    }

    /** Where only one PDF does not stand the check, that PDF is to blame: its damage showed no earlier. */
    private static SignerException failure(BundleRequest request, FileReport report) {
        SignerException failed = new SignerException(new Problem.SelfCheckFailed(findings(report)));
        for (FileReport document : report.documents()) {
            CheckedFile source = request.sources().get(document.name());
            boolean pdf = document.name().endsWith(".pdf");
            if (pdf && source != null && !document.verdict().isValid()) {
                return new SignerException(
                        new Problem.PdfUnusable(source.path(), Problem.PdfUnusable.Reason.DAMAGED), failed);
            }
        }
        return failed;
    }

    private static List<Finding> findings(FileReport report) {
        List<Finding> findings = new ArrayList<>(report.findings());
        report.signatures().forEach(s -> {
            if (!s.verdict().isValid()) {
                findings.add(new Finding(Finding.Kind.SIG_CRYPTO_FAILURE, report.name() + " " + s.verdict()));
            }
        });
        report.documents().forEach(d -> findings.addAll(findings(d)));
        return List.copyOf(findings);
    }
}
