package id.espm.app.proxy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code FindProxyForURL} answers: ways to be tried in turn, such as {@code PROXY a:3128; SOCKS5 b; DIRECT}. */
final class ProxyAnswer {
    private static final Pattern WAY = Pattern.compile(
            "(?<kind>[A-Za-z0-9]+)(?:\\s+(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:/\\[\\]]+)(?::(?<port>[0-9]{1,5}))?)?");
    private static final int MAX_PORT = 0xffff;
    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    private ProxyAnswer() {}

    /**
     * The ways that can be gone from here, in their order. A proxy that is itself spoken to by TLS ({@code HTTPS}) is not among
     * them, nor what has another form.
     *
     * @param text empty for {@code DIRECT}, as is usual
     */
    static List<Proxy> read(String text) {
        if (text.isBlank()) {
            return List.of(Proxy.NO_PROXY);
        }
        List<Proxy> ways = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            Matcher way = WAY.matcher(one.strip());
            if (way.matches()) {
                way(way).ifPresent(ways::add);
            }
        }
        return ways;
    }

    private static Optional<Proxy> way(Matcher way) {
        return switch (way.group("kind").toUpperCase(Locale.ROOT)) {
            case "DIRECT" -> Optional.of(Proxy.NO_PROXY);
            case "PROXY", "HTTP" -> proxy(Proxy.Type.HTTP, way, HTTP_PORT);
            case "SOCKS", "SOCKS4", "SOCKS5" -> proxy(Proxy.Type.SOCKS, way, SOCKS_PORT);
            default -> Optional.empty();
        };
    }

    /** Resolved when it is used: a name may mean something else in another network. */
    private static Optional<Proxy> proxy(Proxy.Type type, Matcher way, int usual) {
        int port = Optional.ofNullable(way.group("port")).map(Integer::parseInt).orElse(usual);
        return Optional.ofNullable(way.group("host"))
                .filter(host -> port > 0 && port <= MAX_PORT)
                .map(host -> new Proxy(type, InetSocketAddress.createUnresolved(host, port)));
    }
}
