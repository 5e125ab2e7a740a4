package id.espm.signer.pdf.appearance;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.template.BlockSize;
import id.espm.signer.pdf.appearance.template.PageSelection;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Finds the rectangles in which a block stands. It is moved, and if need be made smaller, until it is inside of its page. */
public final class Placements {
    private final Pages pages;
    private final Anchors anchors;

    /** A block on one page, in default user space. */
    record Spot(int page, int rotation, PDRectangle rectangle) {
        private PageArea area() {
            return new PageArea(
                    page,
                    rectangle.getLowerLeftX(),
                    rectangle.getLowerLeftY(),
                    rectangle.getUpperRightX(),
                    rectangle.getUpperRightY());
        }
    }

    /**
     * Finds places in one document.
     *
     * @param anchors asked only where a template has an anchor
     */
    public Placements(Pages pages, Anchors anchors) {
        this.pages = pages;
        this.anchors = anchors;
    }

    /**
     * Where a block would stand that is not drawn yet; never empty.
     *
     * @throws SignerException {@link Problem.PageMissing}, {@link Problem.AnchorNotFound}, {@link Problem.AnchorAmbiguous}
     */
    public List<PageArea> areas(Template template) throws IOException, SignerException {
        return of(template).stream().map(Spot::area).toList();
    }

    /**
     * Where the template wants blocks; never empty.
     *
     * @throws SignerException {@link Problem.PageMissing}, {@link Problem.AnchorNotFound}, {@link Problem.AnchorAmbiguous}
     */
    List<Spot> of(Template template) throws IOException, SignerException {
        List<Integer> selected = selected(template.pages());
        if (template.place() instanceof Place.AtAnchor anchor) {
            return atAnchors(anchor, new HashSet<>(selected), template.size());
        }
        List<Spot> spots = new ArrayList<>();
        for (int index : selected) {
            UprightPage page = new UprightPage(pages.geometry(index));
            spots.add(
                    switch (template.place()) {
                        case Place.InCorner corner -> inCorner(index, page, corner, template.size());
                        case Place.AtPoint point ->
                            spot(
                                    index,
                                    page,
                                    template.size(),
                                    point.left().points(),
                                    page.height() - point.top().points());
                        case Place.AtAnchor anchor -> throw new IllegalStateException("handled before");
                    });
        }
        return spots;
    }

    private List<Integer> selected(PageSelection selection) throws IOException, SignerException {
        int count = pages.count();
        OptionalInt missing = selection.missing(count);
        List<Integer> indexes = selection.indexes(count);
        if (missing.isPresent() || indexes.isEmpty()) {
            int page = missing.orElse(selection.ranges().getFirst().from());
            throw new SignerException(new Problem.PageMissing(page, count));
        }
        return indexes;
    }

    private static Spot inCorner(int index, UprightPage page, Place.InCorner place, BlockSize size) {
        // On a page that is narrow for the margins the block may use what the margins would take.
        double marginX = Math.min(place.marginX().points(), page.width() / 10);
        double marginY = Math.min(place.marginY().points(), page.height() / 10);
        double shrink = Math.min(
                1,
                Math.min(
                        (page.width() - 2 * marginX) / size.width().points(),
                        (page.height() - 2 * marginY) / size.height().points()));
        double width = size.width().points() * shrink;
        double height = size.height().points() * shrink;
        double x = place.corner().left() ? marginX : page.width() - marginX - width;
        double y = place.corner().top() ? page.height() - marginY - height : marginY;
        return new Spot(index, page.rotation(), page.toUserSpace(x, y, width, height));
    }

    /** With its upper left corner there, or as near as the page's edges allow. */
    private static Spot spot(int index, UprightPage page, BlockSize size, double left, double top) {
        double shrink = Math.min(
                1,
                Math.min(
                        page.width() / size.width().points(),
                        page.height() / size.height().points()));
        double width = size.width().points() * shrink;
        double height = size.height().points() * shrink;
        double x = Math.max(0, Math.min(left, page.width() - width));
        double y = Math.max(0, Math.min(top - height, page.height() - height));
        return new Spot(index, page.rotation(), page.toUserSpace(x, y, width, height));
    }

    private List<Spot> atAnchors(Place.AtAnchor anchor, Set<Integer> selected, BlockSize size)
            throws IOException, SignerException {
        List<PageArea> all = anchors.find(anchor.text()).stream()
                .filter(a -> selected.contains(a.page()))
                .toList();
        if (all.isEmpty()) {
            throw new SignerException(new Problem.AnchorNotFound(anchors.document(), anchor.text()));
        }
        if (all.size() > 1 && anchor.which() == Place.Which.ONLY) {
            throw new SignerException(new Problem.AnchorAmbiguous(anchors.document(), anchor.text(), all.size()));
        }
        List<PageArea> wanted = switch (anchor.which()) {
            case ONLY, FIRST -> List.of(all.getFirst());
            case LAST -> List.of(all.getLast());
            case ALL -> all;
        };
        List<Spot> spots = new ArrayList<>();
        for (PageArea position : wanted) {
            UprightPage page = new UprightPage(pages.geometry(position.page()));
            spots.add(spot(position.page(), page, size, page.leftOf(position), page.topOf(position)));
        }
        return spots;
    }
}
