package id.espm.signer.pdf.appearance.font;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Brings a line into the order and the forms in which its letters are drawn from left to right (Unicode, UAX #9). */
final class VisualOrder {
    private static final Map<Integer, Integer> MIRRORED = Map.of(
            (int) '(', (int) ')', (int) ')', (int) '(', (int) '[', (int) ']', (int) ']', (int) '[', (int) '{',
            (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<');
    private static final int RIGHT_TO_LEFT = 1;

    private VisualOrder() {}

    /**
     * What can be drawn of a text: composed, on one line, and without characters that are invisible and could turn or hide
     * what stands beside them.
     */
    static String drawable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT && !isVariationSelector(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /** The code points from left to right. */
    static List<Integer> of(String drawable) {
        if (!Bidi.requiresBidi(drawable.toCharArray(), 0, drawable.length())) {
            return drawable.codePoints().boxed().toList();
        }
        Bidi bidi = new Bidi(drawable, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        List<Integer> visual = new ArrayList<>();
        for (int run : runs) {
            String text = drawable.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            boolean backwards = (bidi.getRunLevel(run) & RIGHT_TO_LEFT) != 0;
            visual.addAll(
                    backwards ? backwards(text) : text.codePoints().boxed().toList());
        }
        return visual;
    }

    private static List<Integer> backwards(String text) {
        List<List<Integer>> clusters = new ArrayList<>();
        ArabicForms.join(text).codePoints().forEach(c -> {
            if (clusters.isEmpty() || !ArabicForms.isMark(c)) {
                clusters.add(new ArrayList<>());
            }
            clusters.getLast().add(MIRRORED.getOrDefault(c, c));
        });
        Collections.reverse(clusters);
        return clusters.stream().flatMap(List::stream).toList();
    }
}
