package id.espm.signer.network;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/** Which addresses are this computer itself. */
public final class Loopback {
    private Loopback() {}

    /** Whether the host of an address is this computer, by its text alone: no name is looked up, for it may lead anywhere. */
    public static boolean isNamedBy(URI address) {
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            // A name.
            return false;
        }
    }
}
