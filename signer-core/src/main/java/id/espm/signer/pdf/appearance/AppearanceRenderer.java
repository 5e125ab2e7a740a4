package id.espm.signer.pdf.appearance;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.Placements.Spot;
import id.espm.signer.pdf.appearance.block.BlockContent;
import id.espm.signer.pdf.appearance.block.BlockForms;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws visible signatures. Built once, safe for threads. */
public final class AppearanceRenderer {
    private final FontLibrary fonts;

    /** @param fonts from which names are drawn; shared by all that is drawn */
    public AppearanceRenderer(FontLibrary fonts) {
        this.fonts = fonts;
    }

    /**
     * Draws the block and finds its places.
     *
     * @param wanted  how it looks and where it stands
     * @param content what it says
     * @param pages   of the document that is about to be signed
     * @param anchors of the same document; asked only if the template has an anchor
     * @return to be closed by the caller when its objects are copied
     * @throws SignerException {@link Problem.PageMissing}, {@link Problem.AnchorNotFound},
     *     {@link Problem.AnchorAmbiguous}, {@link Problem.PictureUnusable}
     */
    public RenderedAppearance render(VisibleSignature wanted, BlockContent content, Pages pages, Anchors anchors)
            throws IOException, SignerException {
        return draw(wanted, content, new Placements(pages, anchors).of(wanted.template()));
    }

    /**
     * Draws the block into a rectangle that is given, such as that of a field.
     *
     * @param page      on which the rectangle is
     * @param rectangle in default user space, neither side zero
     * @return to be closed by the caller when its objects are copied
     * @throws SignerException {@link Problem.PictureUnusable}
     */
    public RenderedAppearance renderInto(
            VisibleSignature wanted, BlockContent content, PageGeometry page, PDRectangle rectangle)
            throws IOException, SignerException {
        Template fitting = wanted.template().withProportions(new UprightPage(page).sizeOf(rectangle));
        return draw(
                new VisibleSignature(fitting, wanted.picture()),
                content,
                List.of(new Spot(page.index(), page.rotation(), rectangle)));
    }

    private RenderedAppearance draw(VisibleSignature wanted, BlockContent content, List<Spot> spots)
            throws IOException, SignerException {
        PDDocument scratch = new PDDocument();
        boolean drawn = false;
        try {
            BlockForms forms =
                    BlockForms.draw(scratch, fonts.in(scratch), wanted.template(), wanted.picture(), content);
            List<Placed> placed = new ArrayList<>();
            for (Spot spot : spots) {
                placed.add(new Placed(spot.page(), spot.rectangle(), forms.form(spot.rotation())));
            }
            drawn = true;
            return new RenderedAppearance(scratch, placed);
        } finally {
            if (!drawn) {
                scratch.close();
            }
        }
    }
}
