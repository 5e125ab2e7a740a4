package id.espm.app.gui.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Whether a text can be read on what is behind it (WCAG 2.2, 1.4.3 and 1.4.11, level AA). */
final class Contrast {
    private static final double TEXT = 4.5;
    private static final double LARGE = 3;
    /** 18 points, or 14 points where it is bold. */
    private static final double LARGE_SIZE = 24;

    private static final double LARGE_BOLD_SIZE = 18.66;

    private Contrast() {}

    /** What is wrong with a node; nothing for what is no text, is empty, or is disabled (exempt in 1.4.3). */
    static Stream<String> flaw(Node node) {
        if (!(node instanceof Text text) || text.getText().isBlank() || isDisabled(node) || opacity(node) < 0.05) {
            return Stream.empty();
        }
        if (!(text.getFill() instanceof Color colour)) {
            return Stream.empty();
        }
        Color behind = behind(node);
        double ratio = ratio(over(colour.deriveColor(0, 1, 1, opacity(node)), behind), behind);
        double wanted = isLarge(text.getFont()) ? LARGE : TEXT;
        return ratio + 0.01 >= wanted
                ? Stream.empty()
                : Stream.of("%s in %s: contrast %.2f of %s on %s, wanted %.1f"
                        .formatted(text.getText(), owner(node), ratio, colour, behind, wanted));
    }

    private static String owner(Node node) {
        return Optional.ofNullable(node.getParent()).map(LayoutCheck::name).orElse("");
    }

    /** An icon is drawn as a text of one big letter and needs the contrast of a picture, which is the same 3. */
    private static boolean isLarge(Font font) {
        boolean bold = font.getStyle().toLowerCase(Locale.ROOT).contains("bold");
        boolean icon = font.getFamily().contains("Material");
        return icon || font.getSize() >= LARGE_SIZE || (bold && font.getSize() >= LARGE_BOLD_SIZE);
    }

    private static boolean isDisabled(Node node) {
        return node.isDisabled();
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    private static Color behind(Node node) {
        Deque<Color> layers = new ArrayDeque<>();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            Optional<Color> fill = at instanceof Region region ? fill(region.getBackground()) : Optional.empty();
            if (fill.isPresent()) {
                layers.push(fill.get());
                if (fill.get().isOpaque()) {
                    break;
                }
            }
        }
        Color behind = Color.WHITE;
        while (!layers.isEmpty()) {
            behind = over(layers.pop(), behind);
        }
        return behind;
    }

    /** The fill that is painted last covers the others. */
    private static Optional<Color> fill(Background background) {
        if (background == null || background.getFills().isEmpty()) {
            return Optional.empty();
        }
        BackgroundFill last = background.getFills().getLast();
        Paint paint = last.getFill();
        return paint instanceof Color colour && colour.getOpacity() > 0 ? Optional.of(colour) : Optional.empty();
    }

    private static Color over(Color above, Color below) {
        double alpha = above.getOpacity();
        return Color.color(
                above.getRed() * alpha + below.getRed() * (1 - alpha),
                above.getGreen() * alpha + below.getGreen() * (1 - alpha),
                above.getBlue() * alpha + below.getBlue() * (1 - alpha));
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
