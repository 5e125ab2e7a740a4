package id.espm.signer.bundle;

import id.espm.signer.CheckedFile;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.VisibleSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Adds one more official's signatures to a bundle: to each ADK and each PDF, and over the contents list. What the earlier
 * officials signed stays byte for byte, so their signatures hold as before; only the seal is a new one, since it covers what
 * was added.
 */
public final class BundleCosigner {
    private final SigningContext context;
    private final SigningMethod method;
    private final Optional<VisibleSignature> visible;
    private final AdkSigner adks;
    private final PdfSigner pdfs;

    /**
     * A signer whose every new signature in the bundle states this context.
     *
     * @param visible  how the signatures in the PDFs are seen; without it they are not
     * @param renderer draws them; shared by bundles, since it keeps fonts
     */
    public BundleCosigner(
            SigningContext context,
            SigningMethod method,
            Optional<VisibleSignature> visible,
            AppearanceRenderer renderer) {
        this.context = context;
        this.method = method;
        this.visible = visible;
        this.adks = new AdkSigner(context, method);
        this.pdfs = new PdfSigner(method, renderer);
    }

    /**
     * Writes a bundle anew with one more official. It is complete, and on the disk, when this returns; what is left behind by
     * an exception is worthless. Whether the earlier signatures are worth joining is for the caller to judge.
     *
     * @param bundle as it was when it was checked; it stays as it is
     * @param target must not exist
     * @throws SignerException {@link Problem.FileChanged}, {@link Problem.FileUnreadable}, {@link Problem.BundleUnusable},
     *     {@link Problem.AlreadySigned}, {@link Problem.SignedFileUnusable}, and as {@link BundleSigner#write}
     * @throws IOException     if reading or writing fails
     */
    public void write(CheckedFile bundle, SigningKey key, Path target, SigningListener listener)
            throws IOException, SignerException {
        try (Staging staging = Staging.beside(target);
                Container container = open(bundle, staging.copy(bundle))) {
            EarlierBundle earlier = EarlierBundle.read(container, bundle.path());
            try (BundleDraft draft = new BundleDraft(target, context, method, key, earlier.size(bundle))) {
                Reference contents = draft.contents(earlier.read(ContentsList.ENTRY, ContentsListJson.MAX_SIZE));
                documents(new Source(bundle.path(), container, staging), earlier.contents(), draft, key, listener);
                for (int official = 1; official <= earlier.officials(); official++) {
                    draft.earlier(
                            official,
                            earlier.read(ManifestNames.packageManifest(official), AsicManifestXml.MAX_SIZE),
                            earlier.read(ManifestNames.packageSignature(official), ManifestCheck.MAX_SIZE));
                }
                draft.sign(earlier.officials() + 1, contents);
                draft.seal();
            }
        }
    }

    /** What is wrong with our copy is wrong with the bundle. */
    private static Container open(CheckedFile bundle, Path copy) throws IOException, SignerException {
        try {
            return Container.open(copy, Strictness.STRICT);
        } catch (SignerException e) {
            Finding finding = e.problem() instanceof Problem.BundleUnusable unusable
                    ? unusable.finding()
                    : Finding.of(Kind.BUNDLE_UNREADABLE);
            throw new SignerException(new Problem.BundleUnusable(bundle.path(), finding), e);
        }
    }

    /** Where the documents come from: the bundle as people know it, our copy, and the folder to take it apart in. */
    private record Source(Path bundle, Container container, Staging staging) {}

    private void documents(
            Source source, ContentsList contents, BundleDraft draft, SigningKey key, SigningListener listener)
            throws IOException, SignerException {
        int done = 0;
        for (ContentsList.Document document : contents.dokumen()) {
            CheckedFile staged = source.staging().entry(source.container(), document.entry());
            try {
                add(draft, document, staged, key);
            } catch (SignerException e) {
                Path shown = source.bundle().resolve(document.entry());
                throw new SignerException(StagedProblem.named(e.problem(), shown), e);
            }
            source.staging().remove(staged);
            done++;
            listener.documentSigned(document.name(), done, contents.dokumen().size());
        }
    }

    private void add(BundleDraft draft, ContentsList.Document document, CheckedFile staged, SigningKey key)
            throws IOException, SignerException {
        if (document.isAdk()) {
            draft.adk(document, staged.path(), out -> adks.addSignature(staged, key, out));
        } else {
            PdfSigningRequest request =
                    new PdfSigningRequest(staged, context, Optional.empty(), Optional.empty(), visible);
            draft.lampiran(document, out -> pdfs.sign(request, key, out));
        }
    }

    /** A bundle that was signed before, as far as its form goes. */
    private record EarlierBundle(Container container, Path bundle, ContentsList contents, int officials) {

        /** @throws SignerException {@link Problem.BundleUnusable} where an entry is missing or would be lost */
        static EarlierBundle read(Container container, Path bundle) throws IOException, SignerException {
            byte[] json = container
                    .read(ContentsList.ENTRY, ContentsListJson.MAX_SIZE)
                    .orElseThrow(() -> unusable(bundle, Kind.ENTRY_MISSING, ContentsList.ENTRY));
            ContentsList contents = ContentsListJson.read(json)
                    .orElseThrow(() -> unusable(bundle, Kind.FORMAT_FAILURE, ContentsList.ENTRY));
            int officials = 0;
            while (container.names().contains(ManifestNames.packageManifest(officials + 1))) {
                officials++;
            }
            if (officials == ManifestNames.MAX_OFFICIALS) {
                throw unusable(bundle, Kind.FORM_UNKNOWN, ManifestNames.packageManifest(officials));
            }
            List<String> expected = ManifestNames.entriesOf(contents, officials);
            for (String name : container.names()) {
                if (!expected.contains(name)) {
                    throw unusable(bundle, Kind.ENTRY_DIFFERS, name);
                }
            }
            for (String name : expected) {
                if (!container.names().contains(name)) {
                    throw unusable(bundle, Kind.ENTRY_MISSING, name);
                }
            }
            return new EarlierBundle(container, bundle, contents, officials);
        }

        byte[] read(String entry, int maxSize) throws IOException, SignerException {
            return container.read(entry, maxSize).orElseThrow(() -> unusable(bundle, Kind.FORMAT_FAILURE, entry));
        }

        /** Documents may be deflated, so the larger of what is listed and what is there. */
        long size(CheckedFile file) {
            long listed = contents.dokumen().stream()
                    .mapToLong(ContentsList.Document::size)
                    .sum();
            return Math.max(listed, file.size());
        }

        private static SignerException unusable(Path bundle, Kind kind, String entry) {
            return new SignerException(new Problem.BundleUnusable(bundle, new Finding(kind, entry)));
        }
    }
}
