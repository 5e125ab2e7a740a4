package id.espm.signer.pdf.appearance.font;

import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters, Jawi among them, by the presentation forms of Unicode (The Unicode Standard, 9.2), since PDFBox draws
 * letters one by one.
 */
final class ArabicForms {
    private static final int TATWEEL = 0x0640;
    private static final int LAM = 0x0644;
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final int DUAL = 4;

    /** Letter, its isolated form, and how many forms follow each other: isolated, final, initial, medial. */
    private static final int[][] LETTERS = {
        {0x0621, 0xFE80, 1}, {0x0622, 0xFE81, 2}, {0x0623, 0xFE83, 2}, {0x0624, 0xFE85, 2}, {0x0625, 0xFE87, 2},
        {0x0626, 0xFE89, 4}, {0x0627, 0xFE8D, 2}, {0x0628, 0xFE8F, 4}, {0x0629, 0xFE93, 2}, {0x062A, 0xFE95, 4},
        {0x062B, 0xFE99, 4}, {0x062C, 0xFE9D, 4}, {0x062D, 0xFEA1, 4}, {0x062E, 0xFEA5, 4}, {0x062F, 0xFEA9, 2},
        {0x0630, 0xFEAB, 2}, {0x0631, 0xFEAD, 2}, {0x0632, 0xFEAF, 2}, {0x0633, 0xFEB1, 4}, {0x0634, 0xFEB5, 4},
        {0x0635, 0xFEB9, 4}, {0x0636, 0xFEBD, 4}, {0x0637, 0xFEC1, 4}, {0x0638, 0xFEC5, 4}, {0x0639, 0xFEC9, 4},
        {0x063A, 0xFECD, 4}, {0x0641, 0xFED1, 4}, {0x0642, 0xFED5, 4}, {0x0643, 0xFED9, 4}, {0x0644, 0xFEDD, 4},
        {0x0645, 0xFEE1, 4}, {0x0646, 0xFEE5, 4}, {0x0647, 0xFEE9, 4}, {0x0648, 0xFEED, 2}, {0x0649, 0xFEEF, 2},
        {0x064A, 0xFEF1, 4}, {0x0679, 0xFB66, 4}, {0x067E, 0xFB56, 4}, {0x0686, 0xFB7A, 4}, {0x0688, 0xFB88, 2},
        {0x0691, 0xFB8C, 2}, {0x0698, 0xFB8A, 2}, {0x06A4, 0xFB6A, 4}, {0x06A9, 0xFB8E, 4}, {0x06AF, 0xFB92, 4},
        {0x06BE, 0xFBAA, 4}, {0x06C1, 0xFBA6, 4}, {0x06CC, 0xFBFC, 4}, {0x06D2, 0xFBAE, 2}
    };

    private static final Map<Integer, int[]> BY_LETTER = new HashMap<>();
    /** Alef after lam, and the isolated form of both in one; the final form follows it. */
    private static final Map<Integer, Integer> LAM_WITH =
            Map.of(0x0622, 0xFEF5, 0x0623, 0xFEF7, 0x0625, 0xFEF9, 0x0627, 0xFEFB);

    static {
        for (int[] letter : LETTERS) {
            BY_LETTER.put(letter[0], letter);
        }
    }

    private ArabicForms() {}

    /**
     * The text with letters in the forms that their neighbours ask for.
     *
     * @param logical in the order in which it is read
     */
    static String join(String logical) {
        int[] text = logical.codePoints().toArray();
        StringBuilder joined = new StringBuilder(logical.length());
        for (int i = 0; i < text.length; i++) {
            int[] letter = BY_LETTER.get(text[i]);
            if (letter == null) {
                joined.appendCodePoint(text[i]);
                continue;
            }
            boolean before = joinsForward(text, previous(text, i)) && letter[2] > 1;
            int next = next(text, i);
            Integer ligature = text[i] == LAM && next == i + 1 ? LAM_WITH.get(text[next]) : null;
            if (ligature != null) {
                joined.appendCodePoint(ligature + (before ? FINAL : ISOLATED));
                i++;
                continue;
            }
            boolean after = letter[2] == DUAL && joinsBackward(text, next);
            int form = before ? (after ? MEDIAL : FINAL) : after ? INITIAL : ISOLATED;
            joined.appendCodePoint(letter[1] + form);
        }
        return joined.toString();
    }

    private static boolean joinsForward(int[] text, int at) {
        if (at < 0) {
            return false;
        }
        int[] letter = BY_LETTER.get(text[at]);
        return text[at] == TATWEEL || (letter != null && letter[2] == DUAL);
    }

    private static boolean joinsBackward(int[] text, int at) {
        if (at >= text.length) {
            return false;
        }
        int[] letter = BY_LETTER.get(text[at]);
        return text[at] == TATWEEL || (letter != null && letter[2] > 1);
    }

    private static int previous(int[] text, int at) {
        int i = at - 1;
        while (i >= 0 && isMark(text[i])) {
            i--;
        }
        return i;
    }

    private static int next(int[] text, int at) {
        int i = at + 1;
        while (i < text.length && isMark(text[i])) {
            i++;
        }
        return i;
    }

    /** Whether the character stands on its neighbour and joins nothing. */
    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
