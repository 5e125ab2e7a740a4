package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.signer.network.Loopback;
import java.net.URI;
import java.util.Locale;

/** The checked address of eSPM: HTTPS, or plain HTTP to this machine itself for practice mode. */
public final class EspmAddress {
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final URI base;
    private final String root;

    private EspmAddress(URI base) {
        this.base = base;
        String text = base.toString();
        this.root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Checks an address before anything is sent to it.
     *
     * @throws EspmException {@link EspmProblem.AddressInvalid}, {@link EspmProblem.InsecureAddress}
     */
    public static EspmAddress of(URI base) throws EspmException {
        boolean https = HTTPS.equalsIgnoreCase(base.getScheme());
        if (base.getHost() == null || !(https || "http".equalsIgnoreCase(base.getScheme())) || saysMore(base)) {
            throw new EspmException(new EspmProblem.AddressInvalid(base));
        }
        if (!https && !Loopback.isNamedBy(base)) {
            throw new EspmException(new EspmProblem.InsecureAddress(base));
        }
        return new EspmAddress(base);
    }

    private static boolean saysMore(URI base) {
        return base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null;
    }

    /** The address of a call, by its path from the base. */
    public URI resolve(String path) {
        return URI.create(root + path);
    }

    /** The name or number of the host. */
    public String host() {
        return base.getHost();
    }

    /** Whether it is this machine itself. */
    public boolean isLoopback() {
        return Loopback.isNamedBy(base);
    }

    boolean isHttps() {
        return HTTPS.equalsIgnoreCase(base.getScheme());
    }

    /**
     * Takes an address that the server gave, if it is on the same server: the session's key goes along with every call.
     *
     * @throws EspmException {@link EspmProblem.RedirectRefused}
     */
    public URI sameServer(URI given) throws EspmException {
        URI absolute = base.resolve(given);
        boolean sameHost = absolute.getHost() != null
                && (lower(absolute.getHost()).equals(lower(base.getHost()))
                        || (isLoopback() && Loopback.isNamedBy(absolute)));
        boolean same = sameHost
                && lower(String.valueOf(absolute.getScheme())).equals(lower(base.getScheme()))
                && port(absolute) == port(base)
                && absolute.getRawUserInfo() == null;
        if (!same) {
            throw new EspmException(new EspmProblem.RedirectRefused(target(absolute)));
        }
        return absolute;
    }

    /** Scheme, host and port of an address, without what a path or query might carry. */
    static String target(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return HTTPS.equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
