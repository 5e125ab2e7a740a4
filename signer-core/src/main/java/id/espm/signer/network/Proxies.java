package id.espm.signer.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * By which proxy services are reached. What runs on this computer itself is reached directly, whatever stands here.
 */
public final class Proxies {
    private static final int MAX_PORT = 0xffff;

    private final Optional<ProxySelector> selector;
    private final Optional<Authenticator> authenticator;
    private final String name;

    private Proxies(Optional<ProxySelector> selector, Optional<Authenticator> authenticator, String name) {
        this.selector = selector;
        this.authenticator = authenticator;
        this.name = name;
    }

    /** No proxy. */
    public static Proxies none() {
        return new Proxies(Optional.empty(), Optional.empty(), "none");
    }

    /**
     * Those that Java knows of: {@code https.proxyHost} and its like, and with {@code -Djava.net.useSystemProxies=true} those
     * of the system.
     */
    public static Proxies system() {
        return new Proxies(Optional.ofNullable(ProxySelector.getDefault()), Optional.empty(), "system");
    }

    /**
     * Those that a selector names, tried in turn.
     *
     * @param selector throws {@link java.io.UncheckedIOException} where it cannot tell; then nobody is asked, least of all
     *     directly
     */
    public static Proxies chosenBy(ProxySelector selector) {
        return new Proxies(Optional.of(selector), Optional.empty(), "chosen");
    }

    /** One HTTP proxy that serves everyone. */
    public static Proxies at(String host, int port) {
        return one(host, port, Optional.empty());
    }

    /**
     * One HTTP proxy that asks for a login.
     *
     * @param login not closed by this; while it is open, clients can log in
     */
    public static Proxies at(String host, int port, ProxyLogin login) {
        return one(host, port, Optional.of(login));
    }

    private static Proxies one(String host, int port, Optional<ProxyLogin> login) {
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("not the address of a proxy: " + host + ":" + port);
        }
        // Resolved when it is used: a name may mean something else in another network.
        ProxySelector selector = ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
        return new Proxies(Optional.of(selector), login.map(l -> l.authenticator(host, port)), host + ":" + port);
    }

    /** Whom a client asks for the way to an address. */
    ProxySelector selector() {
        return new DirectToItself(selector);
    }

    /** Who logs a client in at the proxy. */
    Optional<Authenticator> authenticator() {
        return authenticator;
    }

    @Override
    public String toString() {
        return "Proxies[" + name + "]";
    }

    private static final class DirectToItself extends ProxySelector {
        private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

        private final Optional<ProxySelector> others;

        DirectToItself(Optional<ProxySelector> others) {
            this.others = others;
        }

        @Override
        public List<Proxy> select(URI address) {
            if (others.isEmpty() || Loopback.isNamedBy(address)) {
                return DIRECT;
            }
            List<Proxy> chosen = others.get().select(address);
            return chosen.isEmpty() ? DIRECT : usable(address, chosen);
        }

        /** The client knows no other kind, and would go past a proxy that it does not know. */
        private static List<Proxy> usable(URI address, List<Proxy> chosen) {
            List<Proxy> usable = chosen.stream()
                    .filter(proxy -> proxy.type() != Proxy.Type.SOCKS)
                    .toList();
            if (usable.isEmpty()) {
                String origin = address.getScheme() + "://" + address.getHost();
                throw new UncheckedIOException(new IOException("only SOCKS proxies lead to " + origin));
            }
            return usable;
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            others.ifPresent(selector -> selector.connectFailed(address, proxy, failure));
        }
    }
}
