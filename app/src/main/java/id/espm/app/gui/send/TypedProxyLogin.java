package id.espm.app.gui.send;

import id.espm.app.espm.EspmSettings.ProxyLogin;
import java.net.PasswordAuthentication;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks in the window for a proxy's user and password, once for each proxy, for every connection wants them; keeps them in memory
 * alone.
 */
final class TypedProxyLogin implements ProxyLogin {
    private final Map<String, PasswordAuthentication> known = new ConcurrentHashMap<>();
    private volatile Optional<TypedAnswer<String, PasswordAuthentication>> window = Optional.empty();

    /** From now on these are asked, with the proxy's host and port. */
    void ask(TypedAnswer<String, PasswordAuthentication> people) {
        window = Optional.of(people);
    }

    /** Some of what was typed was wrong: all of it is asked for again. */
    void forget() {
        known.clear();
    }

    /** One at a time: several connections to one proxy are one question. */
    @Override
    public synchronized Optional<PasswordAuthentication> credentials(String host, int port, String realm) {
        String proxy = host + ":" + port;
        Optional<PasswordAuthentication> login =
                Optional.ofNullable(known.get(proxy)).or(() -> typed(proxy));
        login.ifPresent(given -> known.put(proxy, given));
        return login;
    }

    private Optional<PasswordAuthentication> typed(String proxy) {
        try {
            return window.isPresent() ? window.get().ask(proxy) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
