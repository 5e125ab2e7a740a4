package id.espm.app.proxy;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The office's proxies. */
public final class OfficeProxies {
    private OfficeProxies() {}

    /**
     * Whom every client of a run asks for its way: one for all, so that a script is fetched once. Nothing is fetched before the
     * first address that is not this computer's.
     *
     * @param script the proxy auto-configuration script, {@code http}, {@code https} or {@code file}; empty: the proxies that
     *     Java knows of, which are the system's
     * @param clock  by its zone the script's times are judged
     * @return one that throws {@link java.io.UncheckedIOException} with a {@link ProxyScriptException} where the script does
     *     not tell the way; it is never guessed
     */
    public static ProxySelector of(Optional<URI> script, Clock clock) {
        return script.<ProxySelector>map(address -> new ScriptedSelector(address, new SystemNames(), clock))
                .or(() -> Optional.ofNullable(ProxySelector.getDefault()))
                .orElseGet(() -> ProxySelector.of(null));
    }
}
