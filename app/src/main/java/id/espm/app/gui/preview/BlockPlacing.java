package id.espm.app.gui.preview;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.PdfAnchors;
import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.SigningPlaces;
import id.espm.signer.pdf.SigningPlaces.EmptyField;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.Pages;
import id.espm.signer.pdf.appearance.Placements;
import id.espm.signer.pdf.appearance.UprightPage;
import id.espm.signer.pdf.appearance.template.BlockSize;
import id.espm.signer.pdf.appearance.template.Length;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where a block stands, by what the signer itself would do, and where it goes when it is dragged. */
final class BlockPlacing {
    /** So near a corner's place, in points, a block snaps into it. */
    private static final double SNAP = 10;

    private static final double SAME_SIZE = 1;
    private static final double LEAST_WIDTH = Length.ofMm(10).points();
    private static final double LEAST_HEIGHT = Length.ofMm(6).points();

    private BlockPlacing() {}

    /** Pages that were measured. */
    private record Measured(List<PageGeometry> pages) implements Pages {
        @Override
        public int count() {
            return pages.size();
        }

        @Override
        public PageGeometry geometry(int index) {
            return pages.get(index);
        }
    }

    /** Where it stands; reads the document only where the template looks for a text. */
    static Standing standing(PreviewDocument document, PdfAppearance appearance) {
        Optional<SigningPlaces> places = document.places();
        if (places.isEmpty() || appearance.visible().isEmpty()) {
            return Standing.nowhere();
        }
        if (places.get().unseen().isPresent()) {
            return Standing.failed(new Failure.OfSigner(places.get().unseen().get()));
        }
        if (appearance.field().isPresent()) {
            return inField(places.get(), appearance.field().get());
        }
        Template template = appearance.visible().get().template();
        try {
            List<PageArea> areas =
                    new Placements(new Measured(places.get().pages()), new PdfAnchors(document.file())).areas(template);
            if (areas.size() > 1 && !places.get().severalPages()) {
                Problem several = new Problem.PdfUnusable(document.file(), Problem.PdfUnusable.Reason.ONE_BLOCK_ONLY);
                return new Standing(areas, true, Optional.of(new Failure.OfSigner(several)));
            }
            return new Standing(areas, !(template.place() instanceof Place.AtAnchor), Optional.empty());
        } catch (SignerException e) {
            return Standing.failed(new Failure.OfSigner(e.problem()));
        } catch (IOException e) {
            return Standing.failed(new Failure.OfFiles(e));
        }
    }

    private static Standing inField(SigningPlaces places, String name) {
        return new Standing(
                places.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .flatMap(field -> field.area().stream())
                        .toList(),
                false,
                Optional.empty());
    }

    /**
     * The same look at another place of a page; near a corner it snaps into it.
     *
     * @param left   in points from the page's left edge as a viewer sees it
     * @param top    from its upper edge, downwards
     * @param width  of the block
     * @param height of the block
     */
    static Template at(Template template, PageGeometry geometry, double left, double top, double width, double height) {
        UprightPage page = new UprightPage(geometry);
        double wide = Math.clamp(width, Math.min(LEAST_WIDTH, page.width()), page.width());
        double high = Math.clamp(height, Math.min(LEAST_HEIGHT, page.height()), page.height());
        double x = Math.clamp(left, 0, page.width() - wide);
        double y = Math.clamp(top, 0, page.height() - high);
        BlockSize size =
                new BlockSize(new Length(Math.max(LEAST_WIDTH, wide)), new Length(Math.max(LEAST_HEIGHT, high)));
        return template.at(new Placement(template.pages(), place(page, x, y, wide, high), Optional.of(size)));
    }

    private static Place place(UprightPage page, double x, double y, double width, double height) {
        double margin = Place.InCorner.DEFAULT_MARGIN.points();
        for (Place.Corner corner : Place.Corner.values()) {
            double cornerX = corner.left() ? margin : page.width() - margin - width;
            double cornerY = corner.top() ? margin : page.height() - margin - height;
            if (Math.abs(x - cornerX) < SNAP && Math.abs(y - cornerY) < SNAP) {
                return Place.InCorner.of(corner);
            }
        }
        return new Place.AtPoint(new Length(x), new Length(y));
    }

    /** Whether a block would stand on pages of one size in both. */
    static boolean isSameSize(PreviewDocument one, PreviewDocument other, Template template) {
        Optional<UprightPage> a = pageOf(one, template);
        Optional<UprightPage> b = pageOf(other, template);
        return a.isPresent()
                && b.isPresent()
                && Math.abs(a.get().width() - b.get().width()) < SAME_SIZE
                && Math.abs(a.get().height() - b.get().height()) < SAME_SIZE;
    }

    private static Optional<UprightPage> pageOf(PreviewDocument document, Template template) {
        return document.places()
                .flatMap(places -> template.pages().indexes(places.pages().size()).stream()
                        .findFirst()
                        .map(index -> new UprightPage(places.pages().get(index))));
    }

    /** Whether a document has an empty field of a name. */
    static boolean hasField(PreviewDocument document, String name) {
        return document.places().stream()
                .flatMap(places -> places.fields().stream())
                .map(EmptyField::name)
                .anyMatch(name::equals);
    }
}
