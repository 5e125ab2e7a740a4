package id.espm.app.history.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form of RFC 8785: members sorted by name, no blanks, UTF-8, of control characters the short escapes and
 * else {@code \}{@code u001f} in small digits. It knows objects, lists, texts and whole numbers, which is all that an entry
 * holds.
 */
final class CanonicalJson {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    static byte[] write(Map<String, Object> object) {
        CanonicalJson json = new CanonicalJson();
        json.object(object);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map -> object(map);
            case Collection<?> list -> list(list);
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        int start = out.length();
        new TreeMap<Object, Object>(map).forEach((name, value) -> {
            if (out.length() > start) {
                out.append(',');
            }
            text(name.toString());
            out.append(':');
            value(value);
        });
        out.append('}');
    }

    private void list(Collection<?> list) {
        out.append('[');
        int start = out.length();
        for (Object value : list) {
            if (out.length() > start) {
                out.append(',');
            }
            value(value);
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
