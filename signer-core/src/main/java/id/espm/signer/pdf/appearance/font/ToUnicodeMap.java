package id.espm.signer.pdf.appearance.font;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the codes of a font mean (ISO 32000-2, 9.10.3). PDFBox would say of a joined Arabic letter that it is that form; who
 * searches or copies wants the letter.
 */
final class ToUnicodeMap {
    private static final int MAX_PER_BLOCK = 100;

    private ToUnicodeMap() {}

    /** The CMap for letters by their code points and codes of two bytes. */
    static byte[] of(Map<Integer, byte[]> codes) {
        Map<String, String> meanings = new TreeMap<>();
        HexFormat hex = HexFormat.of().withUpperCase();
        new TreeMap<>(codes)
                .forEach((codePoint, code) -> meanings.putIfAbsent(
                        hex.formatHex(code), hex.formatHex(meaning(codePoint).getBytes(StandardCharsets.UTF_16BE))));
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<String, String>> all = new ArrayList<>(meanings.entrySet());
        for (int start = 0; start < all.size(); start += MAX_PER_BLOCK) {
            List<Map.Entry<String, String>> block = all.subList(start, Math.min(start + MAX_PER_BLOCK, all.size()));
            map.append(String.format(Locale.ROOT, "%d beginbfchar\n", block.size()));
            block.forEach(e -> map.append(String.format(Locale.ROOT, "<%s> <%s>\n", e.getKey(), e.getValue())));
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String meaning(int codePoint) {
        String letter = Character.toString(codePoint);
        Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
        boolean form = Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_A.equals(block)
                || Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_B.equals(block);
        return form ? Normalizer.normalize(letter, Normalizer.Form.NFKC) : letter;
    }
}
