package id.espm.app.gui.page;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PagesState.Shown;
import id.espm.app.gui.page.PictureShelf.Drawn;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.UprightPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * The pages in their scroll pane. Every page's size is known beforehand, so that each has its exact place, and only the pages in
 * view and those beside them exist as nodes.
 */
final class PageScroll {
    private static final double PART_OF_VIEW = 0.9;

    private final ScrollPane scroll;
    private final Pane strip;
    private final PagesViewModel model;
    private final Words words;
    private final ReadOnlyDoubleWrapper percent = new ReadOnlyDoubleWrapper(100);
    private final Map<Integer, PageNode> nodes = new HashMap<>();
    private final MapChangeListener<Integer, Drawn> drawn = this::drawn;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private PageOverlay overlay = frame -> List.of();
    private List<PageGeometry> geometries = List.of();
    private PageStrip layout = PageStrip.of(List.of(), Zoom.FIT_WIDTH, 0, 0);
    private Optional<ObservableMap<Integer, Drawn>> pictures = Optional.empty();
    /** What of the strip lies in the view's upper left corner. */
    private double top;

    private double left;
    private boolean laying;

    PageScroll(ScrollPane scroll, Pane strip, PagesViewModel model, Words words) {
        this.scroll = scroll;
        this.strip = strip;
        this.model = model;
        this.words = words;
        subscriptions.add(scroll.viewportBoundsProperty().subscribe(bounds -> resized()));
        subscriptions.add(scroll.vvalueProperty().subscribe(value -> scrolled()));
        subscriptions.add(scroll.hvalueProperty().subscribe(value -> scrolled()));
        subscriptions.add(model.wantedPageProperty().subscribe(page -> goTo(page.intValue())));
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    }

    /** The size at which pages are shown, in percent. */
    ReadOnlyDoubleProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    void setOverlay(PageOverlay value) {
        overlay = value;
        layOverlays();
    }

    /** Another document, or none. */
    void show(PagesState state) {
        pictures.ifPresent(old -> old.removeListener(drawn));
        pictures = Optional.empty();
        strip.getChildren().clear();
        nodes.clear();
        geometries = state instanceof Shown shown ? shown.pages() : List.of();
        top = 0;
        left = 0;
        if (state instanceof Shown) {
            ObservableMap<Integer, Drawn> now = model.pictures();
            now.addListener(drawn);
            pictures = Optional.of(now);
        }
        lay();
        goTo(Math.max(0, model.wantedPageProperty().get()));
    }

    void close() {
        pictures.ifPresent(old -> old.removeListener(drawn));
        subscriptions.forEach(Subscription::unsubscribe);
    }

    /** Another room: what is at the top stays there. */
    private void resized() {
        zoomAround(scroll.getViewportBounds().getWidth() / 2, 0);
    }

    /** Another size: what is in the middle of the view stays there. */
    void zoom() {
        zoomAround(
                scroll.getViewportBounds().getWidth() / 2,
                scroll.getViewportBounds().getHeight() / 2);
    }

    /** Keeps the point of a page still that lies there in the view. */
    private void zoomAround(double x, double y) {
        if (geometries.isEmpty() || laying) {
            return;
        }
        double fromTop = top + y;
        double fromLeft = left + x;
        int page = layout.at(fromTop);
        PageStrip.Slot before = layout.slot(page);
        double down = (fromTop - before.top()) / before.height();
        double across = (fromLeft - leftOf(before)) / before.width();
        lay();
        PageStrip.Slot after = layout.slot(page);
        scrollTo(leftOf(after) + across * after.width() - x, after.top() + down * after.height() - y);
    }

    private void lay() {
        laying = true;
        try {
            Bounds room = scroll.getViewportBounds();
            layout = PageStrip.of(geometries, model.zoomProperty().get(), room.getWidth(), room.getHeight());
            double width = Math.max(room.getWidth(), layout.width());
            strip.setMinSize(width, layout.height());
            strip.setPrefSize(width, layout.height());
            strip.setMaxSize(width, layout.height());
            percent.set(layout.percent());
            nodes.forEach(this::place);
            scroll.layout();
        } finally {
            laying = false;
        }
    }

    private double leftOf(PageStrip.Slot slot) {
        return Math.rint((strip.getPrefWidth() - slot.width()) / 2);
    }

    /** How far the strip can be scrolled down. */
    private double reachDown() {
        return Math.max(0, layout.height() - scroll.getViewportBounds().getHeight());
    }

    private double reachAcross() {
        return Math.max(0, strip.getPrefWidth() - scroll.getViewportBounds().getWidth());
    }

    private void scrollTo(double fromLeft, double fromTop) {
        laying = true;
        scroll.setVvalue(reachDown() == 0 ? 0 : Math.clamp(fromTop / reachDown(), 0, 1));
        scroll.setHvalue(reachAcross() == 0 ? 0 : Math.clamp(fromLeft / reachAcross(), 0, 1));
        laying = false;
        scrolled();
    }

    private void goTo(int page) {
        if (page >= 0 && page < geometries.size()) {
            scrollTo(left, layout.slot(page).top() - PageStrip.GAP);
            model.lookingAt(page);
        }
    }

    /** Scrolls by almost a whole view, up or down. */
    void scrollByView(int direction) {
        scrollTo(
                left,
                top + direction * PART_OF_VIEW * scroll.getViewportBounds().getHeight());
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0 && !geometries.isEmpty()) {
            Zoom next = event.getDeltaY() > 0 ? Zoom.largerThan(layout.percent()) : Zoom.smallerThan(layout.percent());
            double x = event.getX();
            double y = event.getY();
            laying = true;
            model.zoomProperty().set(next);
            laying = false;
            zoomAround(x, y);
            event.consume();
        }
    }

    private void scrolled() {
        if (!laying && !geometries.isEmpty()) {
            top = scroll.getVvalue() * reachDown();
            left = scroll.getHvalue() * reachAcross();
            look();
            model.lookingAt(
                    layout.mostlyBetween(top, top + scroll.getViewportBounds().getHeight()));
        }
    }

    /** Lets those pages exist that are in view, and asks for their pictures. */
    private void look() {
        if (geometries.isEmpty()) {
            return;
        }
        List<Integer> seen =
                layout.between(top, top + scroll.getViewportBounds().getHeight());
        List<Integer> wanted = new ArrayList<>(seen);
        wanted.addAll(layout.beside(seen));
        nodes.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                strip.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        for (int page : wanted) {
            if (!nodes.containsKey(page)) {
                add(page);
            }
        }
        model.want(wanted, layout.scale() * dotsPerUnit());
    }

    private void add(int page) {
        PageNode node = new PageNode(words.get("pages.page", page + 1, geometries.size()));
        nodes.put(page, node);
        place(page, node);
        model.picture(page).ifPresent(picture -> show(node, picture));
        strip.getChildren().add(node);
    }

    private void place(int page, PageNode node) {
        PageStrip.Slot slot = layout.slot(page);
        node.place(slot, leftOf(slot));
        layOver(page, node);
    }

    /** Lays over the pages anew what is pointed out and what the overlay says. */
    void layOverlays() {
        nodes.forEach(this::layOver);
    }

    private void layOver(int page, PageNode node) {
        PageFrame frame = new PageFrame(page, new UprightPage(geometries.get(page)), layout.scale());
        List<PageMark> marks = model.marks().stream()
                .filter(mark -> mark.area().page() == page)
                .toList();
        node.lay(frame, marks, overlay.over(frame));
    }

    private void drawn(MapChangeListener.Change<? extends Integer, ? extends Drawn> change) {
        PageNode node = nodes.get(change.getKey());
        if (node != null && change.wasAdded()) {
            show(node, change.getValueAdded());
        }
    }

    private void show(PageNode node, Drawn picture) {
        node.show(picture, words);
    }

    /** A screen of high resolution has several dots for each unit. */
    private double dotsPerUnit() {
        Window window = scroll.getScene() == null ? null : scroll.getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }
}
