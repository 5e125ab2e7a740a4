package id.espm.app.gui.page;

import id.espm.app.drawing.PagePicture;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** The pictures of the pages that were looked at last, as many as fit. */
final class PictureShelf {
    /** Three of the largest pictures, or a hundred pages of A4 as they are seen in a small window. */
    static final long MOST_BYTES = 96L << 20;

    private final long mostBytes;
    private final Map<Integer, Drawn> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private final ObservableMap<Integer, Drawn> pictures = FXCollections.observableMap(byUse);
    /** Kept, for it forwards changes only as long as somebody holds it. */
    private final ObservableMap<Integer, Drawn> seen = FXCollections.unmodifiableObservableMap(pictures);

    PictureShelf(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * What came of drawing a page.
     *
     * @param scale   dots per point that were asked for
     * @param picture nothing for a page that cannot be drawn
     */
    record Drawn(double scale, Optional<PagePicture> picture) {
        private long bytes() {
            return picture.map(PagePicture::bytes).orElse(0L);
        }
    }

    /** To be listened to; changes on the window's thread. */
    ObservableMap<Integer, Drawn> pictures() {
        return seen;
    }

    Optional<Drawn> get(int page) {
        return Optional.ofNullable(pictures.get(page));
    }

    /** Whether a page need not be drawn, or not again. */
    boolean has(int page, double scale) {
        return get(page)
                .filter(d -> d.scale() == scale || d.picture().isEmpty())
                .isPresent();
    }

    /**
     * Keeps a picture; those that were not looked at for longest make room.
     *
     * @param kept pages that stay in any case, since they are in view
     */
    void put(int page, Drawn drawn, Collection<Integer> kept) {
        pictures.put(page, drawn);
        long bytes = bytes();
        for (int oldest : List.copyOf(byUse.keySet())) {
            if (bytes <= mostBytes) {
                break;
            }
            if (oldest != page && !kept.contains(oldest)) {
                bytes -= Objects.requireNonNull(pictures.remove(oldest)).bytes();
            }
        }
    }

    long bytes() {
        return byUse.values().stream().mapToLong(Drawn::bytes).sum();
    }
}
