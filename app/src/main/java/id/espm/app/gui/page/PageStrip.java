package id.espm.app.gui.page;

import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.UprightPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where each page stands when all stand below each other: known beforehand, so that only those in view need exist. */
final class PageStrip {
    static final double GAP = 12;
    private static final double UNITS_PER_POINT = 96.0 / 72;
    private static final double PERCENT = 100;
    private static final double SMALLEST = 0.05;

    private final double scale;
    private final List<Slot> slots;
    private final double width;
    private final double height;

    /** A page's place, in the window's units. */
    record Slot(double top, double width, double height) {
        private double bottom() {
            return top + height;
        }
    }

    private PageStrip(double scale, List<Slot> slots) {
        this.scale = scale;
        this.slots = slots;
        this.width = slots.stream().mapToDouble(Slot::width).max().orElse(0) + 2 * GAP;
        this.height = slots.isEmpty() ? 0 : slots.getLast().bottom() + GAP;
    }

    /** Lays pages out in a room of a size. */
    static PageStrip of(List<PageGeometry> pages, Zoom zoom, double roomWidth, double roomHeight) {
        List<UprightPage> upright = pages.stream().map(UprightPage::new).toList();
        double widest = upright.stream().mapToDouble(UprightPage::width).max().orElse(1);
        double tallest = upright.stream().mapToDouble(UprightPage::height).max().orElse(1);
        double scale = switch (zoom) {
            case Zoom.FitWidth fit -> (roomWidth - 2 * GAP) / widest;
            case Zoom.FitPage fit -> Math.min((roomWidth - 2 * GAP) / widest, (roomHeight - 2 * GAP) / tallest);
            case Zoom.Percent percent -> percent.value() / PERCENT * UNITS_PER_POINT;
        };
        double used = Math.max(SMALLEST, scale);
        List<Slot> slots = new ArrayList<>();
        double top = GAP;
        for (UprightPage page : upright) {
            Slot slot = new Slot(top, Math.rint(page.width() * used), Math.rint(page.height() * used));
            slots.add(slot);
            top = slot.bottom() + GAP;
        }
        return new PageStrip(used, List.copyOf(slots));
    }

    /** The window's units per point of a page. */
    double scale() {
        return scale;
    }

    double percent() {
        return scale / UNITS_PER_POINT * PERCENT;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Slot slot(int page) {
        return slots.get(page);
    }

    /** The pages of which something lies between two heights, from the top; may be empty. */
    List<Integer> between(double top, double bottom) {
        return IntStream.range(0, slots.size())
                .filter(page ->
                        slots.get(page).bottom() > top && slots.get(page).top() < bottom)
                .boxed()
                .toList();
    }

    /** The page of which most lies between two heights; of equal ones the first. */
    int mostlyBetween(double top, double bottom) {
        int best = 0;
        double most = -1;
        for (int page : between(top, bottom)) {
            Slot slot = slots.get(page);
            double seen = Math.min(bottom, slot.bottom()) - Math.max(top, slot.top());
            if (seen > most + 1) {
                most = seen;
                best = page;
            }
        }
        return best;
    }

    /** The page at a height, or that above the gap at it. */
    int at(double height) {
        int page = 0;
        while (page + 1 < slots.size() && slots.get(page + 1).top() <= height) {
            page++;
        }
        return page;
    }

    /** The pages beside those in view, which are likely to be wanted next. */
    List<Integer> beside(List<Integer> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        List<Integer> beside = new ArrayList<>();
        if (seen.getLast() + 1 < slots.size()) {
            beside.add(seen.getLast() + 1);
        }
        if (seen.getFirst() > 0) {
            beside.add(seen.getFirst() - 1);
        }
        return beside;
    }
}
