package id.espm.sandbox;

import java.net.BindException;

/** The port that stands in a practice CA's certificates is taken by another program, so its services cannot answer. */
public final class PortInUseException extends BindException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(int port, Throwable cause) {
        super("Port " + port + " of 127.0.0.1, where this practice folder's OCSP, CRL and TSA must answer, is in use."
                + " Close the program that uses it, perhaps another practice session of the same folder;"
                + " or make a new practice folder, which gets a port of its own.");
        initCause(cause);
        this.port = port;
    }

    /** The TCP port. */
    public int port() {
        return port;
    }
}
