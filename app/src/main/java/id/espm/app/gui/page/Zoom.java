package id.espm.app.gui.page;

import java.util.List;

/** How large pages are shown. */
public sealed interface Zoom {
    /** As wide as there is room. */
    Zoom FIT_WIDTH = new FitWidth();

    /** As large as there is room for a whole page. */
    Zoom FIT_PAGE = new FitPage();

    /** What larger and smaller go through, in percent. */
    List<Integer> STEPS = List.of(50, 67, 80, 100, 125, 150, 175, 200, 250, 300, 400);

    /** The widest page is as wide as there is room. */
    record FitWidth() implements Zoom {}

    /** The largest page is seen whole. */
    record FitPage() implements Zoom {}

    /** At 100 percent an inch of the page takes 96 of the window's units. */
    record Percent(int value) implements Zoom {}

    /** The next larger step. */
    static Zoom largerThan(double percent) {
        return new Percent(
                STEPS.stream().filter(step -> step > percent + 1).findFirst().orElse(STEPS.getLast()));
    }

    /** The next smaller step. */
    static Zoom smallerThan(double percent) {
        return new Percent(STEPS.reversed().stream()
                .filter(step -> step < percent - 1)
                .findFirst()
                .orElse(STEPS.getFirst()));
    }
}
