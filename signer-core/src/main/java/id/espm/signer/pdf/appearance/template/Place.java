package id.espm.signer.pdf.appearance.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where on a page the block stands, as a viewer sees the page upright. */
public sealed interface Place {

    /**
     * In a corner.
     *
     * @param corner  which one
     * @param marginX from the page's left or right edge, not negative
     * @param marginY from the page's upper or lower edge, not negative
     */
    record InCorner(Corner corner, Length marginX, Length marginY) implements Place {
        /** Far enough from the edge for printers that leave a margin. */
        public static final Length DEFAULT_MARGIN = Length.ofMm(12);

        /** @throws IllegalArgumentException if a margin is negative */
        public InCorner {
            if (marginX.points() < 0 || marginY.points() < 0) {
                throw new IllegalArgumentException("a margin is not negative");
            }
        }

        /** With the usual margins. */
        public static InCorner of(Corner corner) {
            return new InCorner(corner, DEFAULT_MARGIN, DEFAULT_MARGIN);
        }
    }

    /**
     * With its upper left corner at a point.
     *
     * @param left from the page's left edge
     * @param top  from the page's upper edge, downwards
     */
    record AtPoint(Length left, Length top) implements Place {}

    /**
     * With its upper left corner where a text of the page begins, which it covers.
     *
     * @param text  such as {@code #}; not blank, at most 200 characters, in one line of the page
     * @param which of several
     */
    record AtAnchor(String text, Which which) implements Place {
        private static final int MAX_TEXT = 200;

        /** @throws IllegalArgumentException if the text is blank or too long */
        public AtAnchor {
            if (text.isBlank() || text.length() > MAX_TEXT) {
                throw new IllegalArgumentException("an anchor is a text of 1 to " + MAX_TEXT + " characters");
            }
        }
    }

    /** The corners, by the names that are customary here. */
    enum Corner {
        KIRI_ATAS,
        KANAN_ATAS,
        KIRI_BAWAH,
        KANAN_BAWAH;

        /** Such as {@code kanan-bawah}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The corner of that name. */
        public static Optional<Corner> of(String key) {
            return Arrays.stream(values()).filter(c -> c.key().equals(key)).findFirst();
        }

        /** Whether it is on the left. */
        public boolean left() {
            return this == KIRI_ATAS || this == KIRI_BAWAH;
        }

        /** Whether it is at the top. */
        public boolean top() {
            return this == KIRI_ATAS || this == KANAN_ATAS;
        }
    }

    /** Which of several anchors is meant, in reading order. */
    enum Which {
        /** There must be one alone. */
        ONLY,
        FIRST,
        LAST,
        /** A block at each. */
        ALL;

        /** Such as {@code last}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name. */
        public static Optional<Which> of(String key) {
            return Arrays.stream(values()).filter(w -> w.key().equals(key)).findFirst();
        }
    }
}
