package id.espm.app.proxy;

import id.espm.app.proxy.ProxyScriptException.Flaw;
import id.espm.signer.network.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the script, which is fetched once. A proxy that could not be reached comes last for a while, as browsers do it. */
final class ScriptedSelector extends ProxySelector {
    /** A script may look at the clock, but a batch asks for the same address thousands of times. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final Duration NOT_FETCHED_AGAIN = Duration.ofSeconds(10);
    private static final Duration AVOIDED = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 256;

    private final ScriptSource source;
    private final StandardFunctions functions;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<SocketAddress, Instant> unreachable = new ConcurrentHashMap<>();
    private Optional<ProxyScript> script = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    ScriptedSelector(URI script, HostNames names, Clock clock) {
        this.source = new ScriptSource(script);
        this.functions = new StandardFunctions(names, clock);
        this.clock = clock;
    }

    /** Why the script is not asked until then. */
    private record Refusal(ProxyScriptException why, Instant until) {}

    private record Answer(List<Proxy> ways, Instant until) {}

    @Override
    public List<Proxy> select(URI address) {
        if (Loopback.isNamedBy(address)) {
            return List.of(Proxy.NO_PROXY);
        }
        try {
            return ways(address).stream()
                    .sorted(Comparator.comparing(this::isAvoided))
                    .toList();
        } catch (ProxyScriptException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        unreachable.put(proxy, clock.instant().plus(AVOIDED));
    }

    private boolean isAvoided(Proxy proxy) {
        return proxy.type() != Proxy.Type.DIRECT
                && unreachable.getOrDefault(proxy.address(), Instant.MIN).isAfter(clock.instant());
    }

    /** One at a time: who comes meanwhile finds the answer of the first. */
    private synchronized List<Proxy> ways(URI address) throws ProxyScriptException {
        String url = told(address);
        Instant now = clock.instant();
        Answer known = answers.get(url);
        if (known != null && now.isBefore(known.until())) {
            return known.ways();
        }
        String text = asked(url, address.getHost().toLowerCase(Locale.ROOT));
        List<Proxy> ways = ProxyAnswer.read(text);
        if (ways.isEmpty()) {
            throw new ProxyScriptException(source.address(), Flaw.ANSWER_UNUSABLE, text, null);
        }
        if (answers.size() >= MAX_REMEMBERED) {
            answers.clear();
        }
        answers.put(url, new Answer(ways, now.plus(REMEMBERED)));
        return ways;
    }

    private String asked(String url, String host) throws ProxyScriptException {
        if (refusal.isPresent() && clock.instant().isBefore(refusal.get().until())) {
            throw refusal.get().why();
        }
        if (script.isEmpty()) {
            script = Optional.of(fetched());
        }
        try {
            return script.get().findProxy(url, host);
        } catch (ProxyScriptException e) {
            if (e.flaw() == Flaw.TOO_COSTLY) {
                refusal = Optional.of(new Refusal(e, Instant.MAX));
            }
            throw e;
        }
    }

    /** Where it cannot be had, as outside of the office, not every address waits for that anew. */
    private ProxyScript fetched() throws ProxyScriptException {
        try {
            return new ProxyScript(source.address(), source.read(), functions, ProxyScript.TIME);
        } catch (ProxyScriptException e) {
            refusal = Optional.of(new Refusal(e, clock.instant().plus(NOT_FETCHED_AGAIN)));
            throw e;
        }
    }

    /** What the script is told of an address: of HTTPS no path, as in browsers, for nobody else may read it either. */
    private static String told(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String origin = scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
        if (scheme.equals("https")) {
            return origin + "/";
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return origin + (address.getRawPath().isEmpty() ? "/" : address.getRawPath()) + query;
    }
}
