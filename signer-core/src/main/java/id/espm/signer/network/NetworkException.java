package id.espm.signer.network;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An exchange that did not take place, or not to its end. */
public final class NetworkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What came between. */
    public enum Kind {
        UNREACHABLE,
        TOO_SLOW,
        /** The answer was longer than it may be. */
        TOO_LARGE,
        /** The address is none that can be asked. */
        ADDRESS_UNUSABLE,
        /** The proxy asks for a login, and was given none or a wrong one. */
        PROXY_LOGIN_REFUSED,
        /** By which proxy the address is reached cannot be told, or only by one of a kind that is not spoken here. */
        PROXY_UNKNOWN,
        /** The user stopped waiting; the thread is interrupted still. */
        INTERRUPTED
    }

    private final Kind kind;
    private final URI address;

    NetworkException(Kind kind, URI address, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.address = address;
    }

    public Kind kind() {
        return kind;
    }

    /** Who was asked. */
    public URI address() {
        return address;
    }
}
