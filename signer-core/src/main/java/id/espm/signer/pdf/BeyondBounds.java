package id.espm.signer.pdf;

/**
 * A file asks for more work or memory than it may, so that nothing can be said of it. Not an {@link java.io.IOException}, which a
 * parser that repairs would swallow.
 */
public final class BeyondBounds extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BeyondBounds(String what) {
        super(what);
    }
}
