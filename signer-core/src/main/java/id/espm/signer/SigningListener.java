package id.espm.signer;

/**
 * Hears how far the signing of a package is. Called on the signing thread, so it must be quick.
 */
public interface SigningListener {
    /** Hears nothing. */
    SigningListener NONE = (document, done, total) -> {};

    /**
     * A document has been signed.
     *
     * @param document its file name
     * @param done     how many documents of the package are signed now
     * @param total    how many there are
     */
    void documentSigned(String document, int done, int total);
}
