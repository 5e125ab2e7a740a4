package id.espm.app.gui.preview;

import id.espm.app.draft.DraftLook;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageLooks;
import id.espm.signer.SignerException;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How signatures will be seen, as it is written down with the package, so that it outlives the window. */
final class KeptLooks {
    private final Map<Path, DraftLook> looks;

    private KeptLooks(Map<Path, DraftLook> looks) {
        this.looks = looks;
    }

    /**
     * What was made of them.
     *
     * @param failure why an official's picture cannot be read any more; the block stands without it
     */
    record Restored(Map<Path, PdfAppearance> byFile, Optional<Failure> failure) {}

    /** Those of a package's documents of which nothing is known here yet. */
    static KeptLooks of(SigningPackage source, PackageLooks kept, PdfAppearances known) {
        Map<Path, DraftLook> looks = new HashMap<>();
        source.dokumen().stream()
                .flatMap(document -> document.lampiran().stream())
                .filter(pdf -> !known.byFile().containsKey(pdf))
                .forEach(pdf -> kept.of(pdf).ifPresent(look -> looks.put(pdf, look)));
        return new KeptLooks(looks);
    }

    /** Reads the pictures; a block whose field is there no more is not restored. */
    Restored restored(List<PreviewDocument> documents) {
        Map<Path, PdfAppearance> byFile = new HashMap<>();
        Optional<Failure> failure = Optional.empty();
        for (PreviewDocument document : documents) {
            DraftLook look = looks.get(document.file());
            if (look == null
                    || !document.mayBeSeen()
                    || !look.field()
                            .map(name -> BlockPlacing.hasField(document, name))
                            .orElse(true)) {
                continue;
            }
            Optional<SignaturePicture> picture = Optional.empty();
            if (look.picture().isPresent()) {
                try {
                    picture = Optional.of(SignaturePicture.read(look.picture().get()));
                } catch (SignerException e) {
                    failure = Optional.of(new Failure.OfSigner(e.problem()));
                }
            }
            byFile.put(
                    document.file(),
                    new PdfAppearance(Optional.of(new VisibleSignature(look.template(), picture)), look.field()));
        }
        return new Restored(byFile, failure);
    }

    /** Writes down how the signatures in these documents will be seen now. */
    static void keep(List<PreviewDocument> documents, PdfAppearances now, PackageLooks kept) {
        Map<Path, Optional<DraftLook>> said = new HashMap<>();
        for (PreviewDocument document : documents) {
            PdfAppearance appearance = now.of(document.file());
            said.put(
                    document.file(),
                    appearance
                            .visible()
                            .map(visible -> new DraftLook(
                                    visible.template(),
                                    appearance.field(),
                                    visible.picture().map(SignaturePicture::file))));
        }
        kept.keep(said);
    }
}
