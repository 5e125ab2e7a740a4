package id.espm.app.espm.client;

import id.espm.app.espm.http.CallBody;
import java.util.Arrays;

/** The JSON of a login, put together in arrays that can be wiped: a {@link String} of the password would stay in memory. */
final class LoginBody {
    private static final int LONGEST_ESCAPE = 6;
    private static final String HEX = "0123456789abcdef";

    private final byte[] json;
    private int length;

    private LoginBody(int capacity) {
        this.json = new byte[capacity];
    }

    static CallBody of(String username, char[] password) {
        String before = "{\"username\":\"";
        String between = "\",\"password\":\"";
        int capacity = before.length()
                + between.length()
                + LONGEST_ESCAPE * (username.length() + password.length)
                + "\"}".length();
        LoginBody body = new LoginBody(capacity);
        body.raw(before);
        username.chars().forEach(c -> body.escaped((char) c));
        body.raw(between);
        for (char c : password) {
            body.escaped(c);
        }
        body.raw("\"}");
        byte[] exact = Arrays.copyOf(body.json, body.length);
        Arrays.fill(body.json, (byte) 0);
        return CallBody.json(exact);
    }

    private void raw(String ascii) {
        ascii.chars().forEach(this::put);
    }

    /** Everything but plain ASCII as a Unicode escape (RFC 8259 §7). */
    private void escaped(char c) {
        if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
            put(c);
            return;
        }
        raw("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX.charAt((c >> shift) & 0xf));
        }
    }

    private void put(int ascii) {
        json[length++] = (byte) ascii;
    }
}
