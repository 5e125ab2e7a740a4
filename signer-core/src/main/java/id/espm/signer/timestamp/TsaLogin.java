package id.espm.signer.timestamp;

import id.espm.signer.key.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Who asks a TSA that does not serve everyone (HTTP Basic, RFC 7617). Over plain {@code http} anyone on the way can read it. */
public final class TsaLogin implements AutoCloseable {
    private final String user;
    private final Secret password;

    /**
     * @param user     without a colon
     * @param password copied; the given one stays the caller's
     * @throws IllegalArgumentException if the user's name is empty or holds a colon
     */
    public TsaLogin(String user, Secret password) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name is not empty and has no colon");
        }
        this.user = user;
        this.password = password.copy();
    }

    /** The value of the header {@code Authorization}. */
    String authorization() {
        return password.use(chars -> {
            CharBuffer both = CharBuffer.allocate(user.length() + 1 + chars.length)
                    .put(user)
                    .put(':')
                    .put(chars)
                    .flip();
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(both);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            String header = "Basic " + Base64.getEncoder().encodeToString(bytes);
            Arrays.fill(both.array(), '\0');
            encoded.clear().put(new byte[encoded.capacity()]);
            Arrays.fill(bytes, (byte) 0);
            return header;
        });
    }

    @Override
    public void close() {
        password.close();
    }

    @Override
    public String toString() {
        return "TsaLogin[" + user + "]";
    }
}
