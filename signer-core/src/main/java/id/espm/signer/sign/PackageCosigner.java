package id.espm.signer.sign;

import id.espm.signer.CheckedFile;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.bundle.BundleCertificates;
import id.espm.signer.bundle.BundleCosigner;
import id.espm.signer.bundle.BundleName;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.bundle.Signatories.Signatory;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds one more official's signatures to signed bundles (PER-10/PB/2018, Lampiran 5: Bendahara, PPK and KPA sign the LPJ). First
 * everything is checked; then a new bundle is written beside its place, read back and checked, and only then does it appear. The
 * bundle that was given stays as it is.
 */
public final class PackageCosigner {
    private final Rules rules;
    private final InstantSource clock;
    private final AppearanceRenderer renderer = new AppearanceRenderer(FontLibrary.ofThisMachine());

    /** A signer by these rules; it may be used for any number of bundles, by several threads. */
    public PackageCosigner(Rules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Checks a bundle without any key: whether every signature in it holds, and whether the official may sign it. That the
     * earlier signers lead to no trust anchor is no hindrance.
     *
     * @throws SignerException {@link Problem.BundleUnusable}, {@link Problem.SignedFileUnusable},
     *     {@link Problem.JabatanMayNotSign}, {@link Problem.SatkerDiffers}, {@link Problem.FileUnreadable}
     * @throws IOException     if it cannot be read to its end
     */
    public CheckedBundle check(CosignRequest request) throws IOException, SignerException {
        CheckedFile file = CheckedFile.of(request.bundle());
        Set<X509Certificate> brought = BundleCertificates.claimed(file.path());
        BundleReport judged = judge(file.path(), settings(brought));
        requireSound(file.path(), judged.report());
        ContentsList contents = judged.contents().orElseThrow(() -> nameless(file.path()));
        Signatories before = Signatories.of(judged, rules).orElseThrow(() -> nameless(file.path()));
        rules.requireMaySign(request.jabatan(), contents.jenis());
        return new CheckedBundle(request, file, contents, role(request, contents), before, brought);
    }

    private VerificationSettings settings(Set<X509Certificate> trusted) {
        return new VerificationSettings(new TrustAnchors(trusted), clock.instant());
    }

    private BundleReport judge(Path bundle, VerificationSettings settings) throws IOException, SignerException {
        return new BundleVerifier(settings, rules).verify(bundle.toString(), bundle);
    }

    private static void requireSound(Path bundle, FileReport report) throws SignerException {
        BundleObjection objection = BundleObjection.to(report).orElse(null);
        if (objection != null) {
            throw new SignerException(
                    objection.part().isPresent()
                            ? new Problem.SignedFileUnusable(
                                    bundle.resolve(objection.part().get()), objection.finding())
                            : new Problem.BundleUnusable(bundle, objection.finding()));
        }
    }

    private static SignerException nameless(Path bundle) {
        Finding finding = new Finding(Finding.Kind.ENTRY_MISSING, ContentsList.ENTRY);
        return new SignerException(new Problem.BundleUnusable(bundle, finding));
    }

    private static SignerRole role(CosignRequest request, ContentsList contents) throws SignerException {
        Satker said = request.satker().orElseGet(() -> new Satker(contents.satker()));
        if (!said.kode().equals(contents.satker())) {
            throw new SignerException(new Problem.SatkerDiffers(request.bundle(), contents.satker(), said));
        }
        return new SignerRole(request.jabatan(), said);
    }

    /**
     * Signs a checked bundle.
     *
     * @throws SignerException one of {@link Problem.OfKey} and {@link Problem.OfNetwork}, {@link Problem.AlreadySigned},
     *     {@link Problem.FileChanged}, {@link Problem.PdfUnusable}, {@link Problem.OutputExists}, {@link Problem.SelfCheckFailed}
     * @throws IOException     if reading or writing fails; nothing is left behind
     */
    public CosignedBundle sign(CheckedBundle checked, SigningKey key, SigningOptions options, SigningListener listener)
            throws IOException, SignerException {
        CertificateUse.require(key.certificate(), options.claimedTime().toInstant());
        requireNew(checked, key);
        String lokasi = checked.request().lokasi();
        SigningContext context = new SigningContext(checked.role(), lokasi, options.alasan(), options.claimedTime());
        Path target = options.folder().resolve(BundleName.of(checked.contents(), options.claimedTime()));
        requireOther(target, checked.file().path());
        try (BundlePlace place = BundlePlace.reserve(target, options.overwrite())) {
            new BundleCosigner(context, options.method(), options.appearances().usual().visible(), renderer)
                    .write(checked.file(), key, place.temporary(), listener);
            Signatories now = selfCheck(checked, place.temporary(), key, options);
            place.publish();
            return new CosignedBundle(
                    checked, target, key.identity(), options.method().level(), now);
        }
    }

    private static void requireNew(CheckedBundle checked, SigningKey key) throws SignerException {
        for (Signatory earlier : checked.before().signed()) {
            if (key.isOfSameOwner(earlier.certificate())) {
                throw new SignerException(new Problem.AlreadySigned(
                        checked.file().path(), key.identity().nama()));
            }
        }
    }

    /** Even who may overwrite results must not overwrite the bundle that the result comes from. */
    private static void requireOther(Path target, Path source) throws IOException, SignerException {
        if (Files.exists(target) && Files.isSameFile(target, source)) {
            throw new SignerException(new Problem.OutputExists(target));
        }
    }

    /**
     * Reads back what was written. All signers are trusted here, for this checks our work and no certificate, and so is whom
     * long-term levels were built on.
     */
    private Signatories selfCheck(CheckedBundle checked, Path bundle, SigningKey key, SigningOptions options)
            throws IOException, SignerException {
        Set<X509Certificate> trusted = new HashSet<>(checked.brought());
        trusted.addAll(key.chain());
        options.method()
                .augmenter()
                .ifPresent(augmenter -> trusted.addAll(augmenter.anchors().certificates()));
        BundleReport judged = judge(
                bundle,
                new VerificationSettings(
                        new TrustAnchors(trusted), options.claimedTime().toInstant()));
        BundleObjection objection = BundleObjection.to(judged.report()).orElse(null);
        if (objection != null) {
            throw failed(objection.finding());
        }
        requireOwn(judged.report(), key);
        Signatories now = Signatories.of(judged, rules).orElseThrow(() -> nameless(bundle));
        if (now.signed().size() != checked.before().signed().size() + 1) {
            throw failed(new Finding(Finding.Kind.SIGNER_MISSING, key.identity().nama()));
        }
        return now;
    }

    /** What was added now must hold in every respect; of earlier signers a certificate may have expired since. */
    private static void requireOwn(FileReport report, SigningKey key) throws SignerException {
        for (SignatureReport signature : report.signatures()) {
            boolean own =
                    signature.certificate().filter(key.certificate()::equals).isPresent();
            if (own && !signature.verdict().isValid()) {
                throw failed(new Finding(Finding.Kind.SIG_CRYPTO_FAILURE, report.name() + " " + signature.verdict()));
            }
        }
        for (FileReport document : report.documents()) {
            requireOwn(document, key);
        }
    }

    private static SignerException failed(Finding finding) {
        return new SignerException(new Problem.SelfCheckFailed(List.of(finding)));
    }
}
