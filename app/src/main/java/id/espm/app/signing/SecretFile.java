package id.espm.app.signing;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.timestamp.TsaLogin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads secrets from files without making a text of them. */
public final class SecretFile {
    private static final int MAX_BYTES = 4_096;

    private SecretFile() {}

    /** Reads to the end; one line break there belongs to the editor, everything else to the secret. */
    public static Secret read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES);
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int length = decoded.length();
        if (length > 0 && decoded.charAt(length - 1) == '\n') {
            length -= length > 1 && decoded.charAt(length - 2) == '\r' ? 2 : 1;
        }
        char[] chars = new char[length];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return wiped(chars);
    }

    /** @throws SignerException {@link Problem.FileUnreadable} */
    public static Secret read(Path file) throws SignerException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    /**
     * A password in one line; empty where the file holds something else.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public static Optional<Secret> oneLine(Path file) throws SignerException {
        Secret password = read(file);
        boolean plain = password.use(
                chars -> chars.length > 0 && CharBuffer.wrap(chars).chars().noneMatch(Character::isISOControl));
        if (plain) {
            return Optional.of(password);
        }
        password.close();
        return Optional.empty();
    }

    /**
     * {@code name:password} in one line; empty where the file holds something else.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public static Optional<TsaLogin> login(Path file) throws SignerException {
        char[] chars;
        try (Secret line = read(file)) {
            chars = line.use(char[]::clone);
        }
        try {
            int colon = 0;
            while (colon < chars.length && chars[colon] != ':') {
                colon++;
            }
            if (colon == 0 || colon == chars.length) {
                return Optional.empty();
            }
            String name = new String(chars, 0, colon);
            try (Secret password = wiped(Arrays.copyOfRange(chars, colon + 1, chars.length))) {
                return Optional.of(new TsaLogin(name, password));
            }
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static Secret wiped(char[] chars) {
        try {
            return Secret.copyOf(chars);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }
}
