package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.RenderedAppearance;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a signature that is known before the document is hashed: the update but for range and value.
 *
 * @param key        the number of the signature dictionary
 * @param dictionary the signature dictionary, without range and value
 * @param field      the full name of the field
 * @param repaired   whether the document was damaged and is repaired by the update
 */
record SignaturePlan(UpdateWriter update, COSObjectKey key, COSDictionary dictionary, String field, boolean repaired) {

    /** Decides what the update of one request holds. */
    static final class Planner {
        private final AppearanceRenderer renderer;
        private final CertificateIdentity signer;
        private final @Nullable Secret password;

        Planner(AppearanceRenderer renderer, CertificateIdentity signer, @Nullable Secret password) {
            this.renderer = renderer;
            this.signer = signer;
            this.password = password;
        }

        /** Reads the document, by the short way where it is ordinary. */
        SignaturePlan plan(PdfSigningRequest request) throws IOException, SignerException {
            FileRegion file =
                    new FileRegion(request.pdf().path(), 0, request.pdf().size());
            try (OpenedPdf pdf = ShortWay.open(file)) {
                return plan(pdf, request);
            } catch (Unusual e) {
                // Nothing was written yet, so the long way starts anew.
            }
            try (OpenedPdf pdf = PdfOpening.guard(file, () -> LongWay.open(file, password))) {
                return plan(pdf, request);
            }
        }

        /** For a document that is open. A fault of our own drawing must not pass for one of the document. */
        SignaturePlan plan(OpenedPdf pdf, PdfSigningRequest request) throws IOException, SignerException {
            Target target = pdf.reading(() -> target(pdf, request));
            VisibleBlocks blocks = new VisibleBlocks(renderer, request, signer);
            Optional<RenderedAppearance> drawn = target.field().isPresent()
                    ? blocks.inField(pdf, target.field().get())
                    : blocks.inPlaces(pdf, password);
            try {
                return pdf.reading(() -> plan(pdf, request, target, drawn));
            } finally {
                if (drawn.isPresent()) {
                    drawn.get().close();
                }
            }
        }

        /**
         * What the document lets the signature become.
         *
         * @param field the empty field that was named
         */
        private record Target(SignatureUpdate update, Optional<Field> field) {}

        private static Target target(OpenedPdf pdf, PdfSigningRequest request) throws IOException, SignerException {
            PdfCheck.requirePages(pdf, request.pdf().path());
            SignatureUpdate update = new SignatureUpdate(pdf, request.pdf().path());
            pdf.requireSound();
            if (request.visible().isPresent()) {
                update.permission().requireDrawnPages();
            }
            if (request.certification().isPresent()) {
                update.permission().requireUnsigned();
            }
            Optional<Field> existing = Optional.empty();
            if (request.field().isPresent()) {
                existing = Optional.of(update.emptyField(request.field().get()));
            }
            return new Target(update, existing);
        }

        private SignaturePlan plan(
                OpenedPdf pdf, PdfSigningRequest request, Target target, Optional<RenderedAppearance> drawn)
                throws IOException, SignerException {
            SignatureUpdate update = target.update();
            Field field;
            if (target.field().isPresent()) {
                field = target.field().get();
                update.use(field, drawn.map(d -> d.placed().getFirst()));
            } else {
                field = update.addField(drawn.map(RenderedAppearance::placed).orElse(List.of()));
            }
            COSDictionary dictionary = SignatureDictionary.of(
                    signer.nama(), request.context(), update.references(field, request.certification()));
            pdf.requireSound();
            UpdateWriter writer = new UpdateWriter(pdf, request.pdf().size(), update.objects());
            return new SignaturePlan(
                    writer,
                    update.signature(),
                    dictionary,
                    field.name(),
                    pdf.tail().repaired());
        }
    }
}
