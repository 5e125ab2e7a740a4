package id.espm.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** The one user whom a protected practice TSA knows (HTTP basic, RFC 7617), as BSrE's TSA asks for one. */
public final class TsaUser {
    private final byte[] credentials;

    public TsaUser(String name, char[] password) {
        if (name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name for HTTP basic has no colon");
        }
        this.credentials = (name + ":" + new String(password)).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a value of the header {@code Authorization} is this user's. */
    boolean matches(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(authorization.substring(6).strip());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        boolean same = MessageDigest.isEqual(credentials, given);
        Arrays.fill(given, (byte) 0);
        return same;
    }

    @Override
    public String toString() {
        return "TsaUser[secret]";
    }
}
