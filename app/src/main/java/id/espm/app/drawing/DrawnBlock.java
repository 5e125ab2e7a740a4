package id.espm.app.drawing;

import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.RenderedAppearance;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.BlockContent;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The block of a visible signature, drawn by what draws it when it is signed. Safe for threads. */
public final class DrawnBlock {
    private final AppearanceRenderer renderer = new AppearanceRenderer(FontLibrary.ofThisMachine());

    /**
     * Draws a block.
     *
     * @param width  in points, as a viewer sees it
     * @param height likewise
     * @param scale  dots per point
     * @throws SignerException {@link id.espm.signer.Problem.PictureUnusable}
     */
    public PagePicture draw(VisibleSignature wanted, BlockContent content, double width, double height, double scale)
            throws IOException, SignerException {
        PDRectangle room = new PDRectangle((float) width, (float) height);
        PageGeometry sheet = new PageGeometry(0, 0, 0, room.getWidth(), room.getHeight(), 0);
        try (RenderedAppearance drawn = renderer.renderInto(wanted, content, sheet, room);
                PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(room);
            COSDictionary stamp = new COSDictionary();
            stamp.setItem(COSName.TYPE, COSName.ANNOT);
            stamp.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
            stamp.setItem(COSName.RECT, room);
            COSDictionary appearance = new COSDictionary();
            appearance.setItem(COSName.N, drawn.placed().getFirst().form());
            stamp.setItem(COSName.AP, appearance);
            COSArray annotations = new COSArray();
            annotations.add(stamp);
            page.getCOSObject().setItem(COSName.ANNOTS, annotations);
            document.addPage(page);
            return CancellableRenderer.forScreen(document, () -> false).draw(0, scale);
        }
    }
}
