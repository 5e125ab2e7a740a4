package id.espm.signer.pdf;

import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.Pages;
import id.espm.signer.pdf.appearance.RenderedAppearance;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.BlockContent;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Draws the blocks of one signature for the document that it signs. */
final class VisibleBlocks {
    private final AppearanceRenderer renderer;
    private final PdfSigningRequest request;
    private final CertificateIdentity signer;

    VisibleBlocks(AppearanceRenderer renderer, PdfSigningRequest request, CertificateIdentity signer) {
        this.renderer = renderer;
        this.request = request;
        this.signer = signer;
    }

    /** Where the template wants them. */
    Optional<RenderedAppearance> inPlaces(OpenedPdf pdf, @Nullable Secret password)
            throws IOException, SignerException {
        Optional<VisibleSignature> visible = request.visible();
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(renderer.render(
                visible.get(),
                content(),
                new ReadPages(pdf),
                new PdfAnchors(request.pdf().path(), password)));
    }

    /** Within a field that is there, if it has room on its page. */
    Optional<RenderedAppearance> inField(OpenedPdf pdf, Field field) throws IOException, SignerException {
        Optional<VisibleSignature> visible = request.visible();
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        Optional<Room> room = pdf.reading(() -> room(field));
        if (room.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(renderer.renderInto(
                visible.get(), content(), room.get().page(), room.get().rectangle()));
    }

    /** Where a field stands. */
    private record Room(PageGeometry page, PDRectangle rectangle) {}

    private static Optional<Room> room(Field field) {
        COSDictionary widget = SignatureWidget.of(field.dictionary());
        COSDictionary page =
                Optional.ofNullable(widget.getCOSDictionary(COSName.P)).orElseGet(COSDictionary::new);
        return SignatureWidget.rectangle(widget).map(rectangle -> new Room(PageBoxes.of(page, 0), rectangle));
    }

    /** The pages of a document that is being read while blocks are drawn. */
    private record ReadPages(OpenedPdf pdf) implements Pages {
        @Override
        public int count() throws IOException, SignerException {
            return pdf.reading(() -> pdf.pages().count());
        }

        @Override
        public PageGeometry geometry(int index) throws IOException, SignerException {
            return pdf.reading(() -> pdf.pages().geometry(index));
        }
    }

    private BlockContent content() {
        return BlockContent.of(signer, request.context());
    }
}
