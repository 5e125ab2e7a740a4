package id.espm.signer.key;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A passphrase in memory: its own copy, wiped by {@link #close()}, never printed. It is held only while it is needed and
 * never written anywhere.
 */
public final class Secret implements AutoCloseable {
    private final char[] chars;
    private boolean closed;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    /** Copies the characters; wiping the given array is up to the caller. */
    public static Secret copyOf(char[] chars) {
        return new Secret(chars.clone());
    }

    /**
     * Lends the characters to a function that must not keep them.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public <T> T use(Function<char[], T> function) {
        return function.apply(expose());
    }

    /** Another copy with a life of its own. */
    public Secret copy() {
        return copyOf(expose());
    }

    /** The characters themselves, for this package; not a copy. */
    char[] expose() {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
        return chars;
    }

    @Override
    public void close() {
        Arrays.fill(chars, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
