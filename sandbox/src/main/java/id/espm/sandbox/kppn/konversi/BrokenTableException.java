package id.espm.sandbox.kppn.konversi;

/** A table that is none, whatever its name says. */
final class BrokenTableException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenTableException(String message) {
        super(message);
    }
}
