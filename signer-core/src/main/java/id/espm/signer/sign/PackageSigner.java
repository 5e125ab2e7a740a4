package id.espm.signer.sign;

import id.espm.signer.CheckedFile;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.Verdict;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.bundle.BundleName;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.bundle.BundleSigner;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.OwnBundle;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Signs packages: first everything is checked, then everything is signed into a bundle beside its place, the bundle is read
 * back and checked, and only then does it appear. A crash leaves either the whole bundle or nothing; inputs are never touched.
 */
public final class PackageSigner {
    private final Rules rules;
    private final PackageCheck check;
    private final AppearanceRenderer renderer = new AppearanceRenderer(FontLibrary.ofThisMachine());

    /** A signer by these rules, without the password of ADKs; it may be used for any number of packages, by several threads. */
    public PackageSigner(Rules rules) {
        this(rules, ReviewSettings.usual());
    }

    /** A signer that compares packages with their ADKs and PDFs before it signs them. */
    public PackageSigner(Rules rules, ReviewSettings review) {
        this.rules = rules;
        this.check = new PackageCheck(rules, review);
    }

    /**
     * Checks a package without any key: the rules, the files, whether each PDF can be signed, and whether package, ADKs and
     * PDFs tell the same. The rules count the SPM that an ADK holds, where it can be read.
     *
     * @throws SignerException whatever forbids signing it
     */
    public CheckedPackage check(SigningPackage source) throws SignerException {
        return check.check(source);
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
        return sign(checked, key, options, target(checked, options, path -> false), listener);
    }

    /**
     * Where the bundle of a package would appear: named as the contract says, with a number behind it where that place is taken,
     * for packages that are signed in the same second may want the same.
     *
     * @param taken whether a place is not free
     */
    public Path target(CheckedPackage checked, SigningOptions options, Predicate<Path> taken) {
        ContentsList contents = checked.request().contents();
        for (int i = 1; ; i++) {
            Path target = options.folder().resolve(BundleName.of(contents, options.claimedTime(), i));
            if (!taken.test(target)) {
                return target;
            }
        }
    }

    /**
     * Who signed a bundle, if it is that of this package, whole and unchanged.
     *
     * @param bundle need not be there
     * @param at     the time of judging
     */
    public Optional<CertificateIdentity> signerOf(Path bundle, CheckedPackage checked, Instant at)
            throws IOException, SignerException {
        if (!Files.exists(bundle)) {
            return Optional.empty();
        }
        VerificationSettings nobody = new VerificationSettings(TrustAnchors.none(), at);
        BundleReport read = new BundleVerifier(nobody, rules).verify(bundle.toString(), bundle);
        boolean same = read.contents().equals(Optional.of(checked.request().contents()))
                && !(read.report().verdict() instanceof Verdict.Invalid);
        return same
                ? read.report().signatures().stream()
                        .flatMap(signature -> signature.certificate().stream())
                        .map(CertificateIdentity::of)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Signs a checked package into a bundle whose place was decided before.
     *
     * @param target in the folder of the options
     * @throws SignerException as the other
     */
    public SignedPackage sign(
            CheckedPackage checked, SigningKey key, SigningOptions options, Path target, SigningListener listener)
            throws IOException, SignerException {
        SigningPackage source = checked.source();
        CertificateUse.require(key.certificate(), options.claimedTime().toInstant());
        SignerRole role = new SignerRole(source.jabatan(), source.satker());
        SigningContext context = new SigningContext(role, source.lokasi(), options.alasan(), options.claimedTime());
        try (BundlePlace place = BundlePlace.reserve(target, options.overwrite())) {
            List<Reference> sealed = new BundleSigner(context, options.method(), options.appearances(), renderer)
                    .write(checked.request(), key, place.temporary(), listener);
            if (!isPlainlySound(checked.request(), sealed, place.temporary(), key, options)) {
                selfCheck(checked.request(), place.temporary(), key, options);
            }
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

    /** The quick way to read back; it knows no timestamps and no repaired PDFs, which are left to the whole judgement. */
    private static boolean isPlainlySound(
            BundleRequest request, List<Reference> sealed, Path bundle, SigningKey key, SigningOptions options)
            throws IOException {
        SigningMethod method = options.method();
        return method.level() == SignatureLevel.B_B
                && new OwnBundle(request, sealed, method.digest(), key).isSound(bundle);
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
