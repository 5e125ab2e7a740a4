package id.espm.sandbox.espm.store;

/** The database or an upload's file failed: a fault of the server, not of the request. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String what) {
        super(what);
    }

    StoreException(String what, Throwable cause) {
        super(what, cause);
    }
}
