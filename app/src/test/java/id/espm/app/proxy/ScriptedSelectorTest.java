package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import id.espm.app.proxy.ProxyScriptException.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of the office hands out the script. */
class ScriptedSelectorTest {
    private static final URI ESPM = URI.create("https://espm.kemenkeu.go.id/api/v1/session");
    private static final String TWO_WAYS =
            "function FindProxyForURL(url, host) { return 'PROXY a:1; PROXY b:2; DIRECT'; }";
    private static final Proxy A = proxy("a", 1);
    private static final Proxy B = proxy("b", 2);

    @TempDir
    Path folder;

    private final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    private final SetClock clock = new SetClock();
    private volatile byte[] served = TWO_WAYS.getBytes(StandardCharsets.UTF_8);
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(status, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private URI script() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/proxy.pac");
    }

    private ProxySelector selector(URI script) {
        return new ScriptedSelector(script, new FixedNames(Map.of()), clock);
    }

    private static ProxyScriptException failure(ProxySelector selector) {
        UncheckedIOException failure = catchThrowableOfType(UncheckedIOException.class, () -> selector.select(ESPM));
        assertThat(failure.getCause()).isInstanceOf(ProxyScriptException.class);
        return (ProxyScriptException) failure.getCause();
    }

    @Test
    void theScriptIsFetchedOnceAndAsked() {
        ProxySelector selector = selector(script());

        assertThat(selector.select(ESPM)).containsExactly(A, B, Proxy.NO_PROXY);
        assertThat(selector.select(URI.create("http://tsa.example/"))).containsExactly(A, B, Proxy.NO_PROXY);
        clock.passes(Duration.ofHours(2));
        assertThat(selector.select(ESPM)).containsExactly(A, B, Proxy.NO_PROXY);
        assertThat(fetched).containsExactly("/proxy.pac");
    }

    @Test
    void nobodyIsAskedBeforeThereIsSomewhereToGo() {
        ProxySelector selector = selector(script());

        for (String here : new String[] {"https://localhost/", "http://127.0.0.1:8080/", "http://[::1]/"}) {
            assertThat(selector.select(URI.create(here))).containsExactly(Proxy.NO_PROXY);
        }
        assertThat(fetched).isEmpty();
    }

    /** What stands behind an address of HTTPS is nobody's business but the server's. */
    @ParameterizedTest
    @CsvSource({
        "https://ESPM.kemenkeu.go.id/api/v1/session?a=b, https://espm.kemenkeu.go.id/ espm.kemenkeu.go.id",
        "https://espm.kemenkeu.go.id:8443/x, https://espm.kemenkeu.go.id:8443/ espm.kemenkeu.go.id",
        "http://crl.example/root.crl?a=b, http://crl.example/root.crl?a=b crl.example",
        "http://crl.example, http://crl.example/ crl.example",
    })
    void theScriptIsToldNoMoreThanABrowserTells(String address, String told) {
        served = "function FindProxyForURL(url, host) { throw url + ' ' + host; }".getBytes(StandardCharsets.UTF_8);

        UncheckedIOException failure = catchThrowableOfType(
                UncheckedIOException.class, () -> selector(script()).select(URI.create(address)));

        assertThat(((ProxyScriptException) failure.getCause()).detail()).startsWith(told + " (");
    }

    @Test
    void aProxyThatCannotBeReachedComesLastForAWhile() {
        ProxySelector selector = selector(script());
        selector.select(ESPM);

        selector.connectFailed(ESPM, A.address(), new IOException());

        assertThat(selector.select(ESPM)).containsExactly(B, Proxy.NO_PROXY, A);
        clock.passes(Duration.ofMinutes(5));
        assertThat(selector.select(ESPM)).containsExactly(A, B, Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "// kantor é\n"})
    void aFileServesAsWell(String before) throws Exception {
        Path file = Files.writeString(folder.resolve("proxy kantor.pac"), before + TWO_WAYS);

        assertThat(selector(file.toUri()).select(ESPM)).containsExactly(A, B, Proxy.NO_PROXY);
    }

    @Nested
    class WhereTheWayIsNotKnown {
        @Test
        void aScriptThatNobodyHandsOutIsAskedForAgain() throws Exception {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            ProxySelector selector = selector(URI.create("http://127.0.0.1:" + port + "/proxy.pac"));

            ProxyScriptException first = failure(selector);

            assertThat(first.flaw()).isEqualTo(Flaw.UNREACHABLE);
            assertThat(failure(selector)).as("not at once").isSameAs(first);
            clock.passes(Duration.ofSeconds(10));
            assertThat(failure(selector)).isNotSameAs(first);
        }

        @Test
        void whatIsNotThereIsToldSoUntilItIs() {
            status = 404;
            ProxySelector selector = selector(script());

            assertThat(failure(selector).flaw()).isEqualTo(Flaw.NOT_THERE);
            assertThat(failure(selector).detail()).isEqualTo("HTTP 404");
            status = 200;
            clock.passes(Duration.ofSeconds(10));
            assertThat(selector.select(ESPM)).containsExactly(A, B, Proxy.NO_PROXY);
            assertThat(failure(selector(folder.resolve("none.pac").toUri())).flaw())
                    .isEqualTo(Flaw.NOT_THERE);
        }

        @Test
        void whatIsTooLargeIsNotTaken() throws Exception {
            served = new byte[ScriptSource.MAX_BYTES + 1];
            Path file = Files.write(folder.resolve("large.pac"), served);

            assertThat(failure(selector(script())).flaw()).isEqualTo(Flaw.TOO_LARGE);
            assertThat(failure(selector(file.toUri())).flaw()).isEqualTo(Flaw.TOO_LARGE);
        }

        @Test
        void anAnswerWithoutAWayThatIsKnownHereIsNoneAtAll() {
            served = "function FindProxyForURL(url, host) { return 'HTTPS a:443'; }".getBytes(StandardCharsets.UTF_8);

            assertThat(failure(selector(script())).flaw()).isEqualTo(Flaw.ANSWER_UNUSABLE);
            assertThat(failure(selector(script())).detail()).isEqualTo("HTTPS a:443");
        }

        @Test
        void aScriptThatExhaustsItselfRunsOnce() {
            served = "var n = 0; function FindProxyForURL(url, host) { while (true) n++; }"
                    .getBytes(StandardCharsets.UTF_8);
            ProxySelector selector = selector(script());

            ProxyScriptException first = failure(selector);

            assertThat(first.flaw()).isEqualTo(Flaw.TOO_COSTLY);
            assertThat(failure(selector)).isSameAs(first);
        }
    }

    private static final class SetClock extends Clock {
        private final AtomicInteger seconds = new AtomicInteger();

        void passes(Duration time) {
            seconds.addAndGet(Math.toIntExact(time.toSeconds()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.parse("2026-06-01T10:00:00Z").plusSeconds(seconds.get());
        }
    }
}
