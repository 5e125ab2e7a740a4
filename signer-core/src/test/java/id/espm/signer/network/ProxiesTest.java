package id.espm.signer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.key.Secret;
import id.espm.signer.network.NetworkException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 1 << 16);
    /** A name that no network knows (RFC 6761), so that only a proxy can answer for it. */
    private static final URI FAR = URI.create("http://tsa.invalid/tsa");

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("siti:kopi".getBytes(StandardCharsets.UTF_8));

    @Test
    void whatIsFarIsReachedByTheProxy() throws Exception {
        try (ProxyStub proxy = ProxyStub.start(Optional.empty());
                BoundedHttp http = BoundedHttp.following(LIMITS, Proxies.at("127.0.0.1", proxy.port()))) {
            HttpAnswer answer = http.get(FAR);

            assertThat(answer.body()).asString().isEqualTo("proxy");
            assertThat(proxy.requests()).containsExactly("GET http://tsa.invalid/tsa HTTP/1.1");
        }
    }

    @Test
    void httpsGoesThroughATunnel() throws Exception {
        try (ProxyStub proxy = ProxyStub.start(Optional.empty());
                BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.at("127.0.0.1", proxy.port()))) {
            NetworkException refused =
                    catchThrowableOfType(NetworkException.class, () -> http.get(URI.create("https://tsa.invalid/")));

            assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(proxy.requests()).containsExactly("CONNECT tsa.invalid:443 HTTP/1.1");
        }
    }

    @Test
    void whatRunsOnThisComputerIsReachedDirectly() throws Exception {
        try (HereServer server = HereServer.start();
                ProxyStub proxy = ProxyStub.start(Optional.empty());
                BoundedHttp http = BoundedHttp.following(LIMITS, Proxies.at("127.0.0.1", proxy.port()))) {
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                assertThat(http.get(server.address(host)).body()).asString().isEqualTo(HereServer.ANSWER);
            }
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.8.9.1/", "http://[::1]:8080/", "http://LOCALHOST/"})
    void everyNameOfThisComputerIsDirect(String address) {
        assertThat(Proxies.at("proxy.kantor", 3128).selector().select(URI.create(address)))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void withoutAProxyEverythingIsDirect() {
        assertThat(Proxies.none().selector().select(FAR)).containsExactly(Proxy.NO_PROXY);
        assertThat(Proxies.at("proxy.kantor", 3128).selector().select(FAR))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.kantor", 3128)));
    }

    @Test
    void theNextOneIsTakenWhereOneCannotBeReached() throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ProxyStub proxy = ProxyStub.start(Optional.empty())) {
            Proxy gone = http(closed.getLocalPort());
            closed.close();
            InTurn inTurn = new InTurn(gone, http(proxy.port()));
            try (BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.chosenBy(inTurn))) {
                HttpAnswer answer = http.post(FAR, new byte[] {1}, Map.of());

                assertThat(answer.body()).asString().isEqualTo("proxy");
                assertThat(inTurn.failed).containsExactly(gone.address());
            }
        }
    }

    @Test
    void whereNoneCanBeReachedThatIsTold() throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Proxy gone = http(closed.getLocalPort());
            closed.close();
            try (BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.chosenBy(new InTurn(gone, gone)))) {
                assertThat(catchThrowableOfType(NetworkException.class, () -> http.get(FAR))
                                .kind())
                        .isEqualTo(Kind.UNREACHABLE);
            }
        }
    }

    @Test
    void aProxyOfAKindThatIsNotSpokenIsNotGonePast() {
        Proxy socks = new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.kantor", 1080));
        try (BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.chosenBy(new InTurn(socks)))) {
            NetworkException unknown = catchThrowableOfType(NetworkException.class, () -> http.get(FAR));

            assertThat(unknown.kind()).isEqualTo(Kind.PROXY_UNKNOWN);
            assertThat(unknown).hasMessageContaining("SOCKS").hasMessageContaining("http://tsa.invalid");
        }
        assertThat(Proxies.chosenBy(new InTurn(socks, http(3128))).selector().select(FAR))
                .containsExactly(http(3128));
    }

    @Test
    void whereTheWayIsNotKnownNobodyIsAsked() throws Exception {
        ProxySelector lost = new InTurn() {
            @Override
            public List<Proxy> select(URI address) {
                throw new UncheckedIOException(new IOException("no way to " + address.getHost()));
            }
        };
        try (BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.chosenBy(lost))) {
            NetworkException unknown = catchThrowableOfType(NetworkException.class, () -> http.get(FAR));

            assertThat(unknown.kind()).isEqualTo(Kind.PROXY_UNKNOWN);
            assertThat(unknown).hasMessage("no way to tsa.invalid");
        }
    }

    private static Proxy http(int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", port));
    }

    /** What could not be reached comes last. */
    private static class InTurn extends ProxySelector {
        private final List<Proxy> proxies;
        private final List<SocketAddress> failed = new ArrayList<>();

        InTurn(Proxy... proxies) {
            this.proxies = List.of(proxies);
        }

        @Override
        public List<Proxy> select(URI address) {
            return proxies.stream()
                    .sorted(Comparator.comparing(proxy -> failed.contains(proxy.address())))
                    .toList();
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            failed.add(proxy);
        }
    }

    @Test
    void theLoginIsSentToTheProxyThatAsksForIt() throws Exception {
        try (ProxyStub proxy = ProxyStub.start(Optional.of(LOGIN));
                ProxyLogin login = login("kopi");
                BoundedHttp http = BoundedHttp.staying(LIMITS, Proxies.at("127.0.0.1", proxy.port(), login))) {
            assertThat(http.get(FAR).body()).asString().isEqualTo("proxy");
            assertThat(proxy.requests()).hasSize(2);
        }
    }

    @Test
    void aWrongLoginOrNoneIsToldAsSuch() throws Exception {
        try (ProxyStub proxy = ProxyStub.start(Optional.of(LOGIN));
                ProxyLogin wrong = login("teh");
                BoundedHttp mistaken = BoundedHttp.staying(LIMITS, Proxies.at("127.0.0.1", proxy.port(), wrong));
                BoundedHttp nameless = BoundedHttp.staying(LIMITS, Proxies.at("127.0.0.1", proxy.port()))) {
            for (BoundedHttp http : new BoundedHttp[] {mistaken, nameless}) {
                for (String address : new String[] {"http://tsa.invalid/", "https://tsa.invalid/"}) {
                    NetworkException refused =
                            catchThrowableOfType(NetworkException.class, () -> http.get(URI.create(address)));
                    assertThat(refused.kind()).as(address).isEqualTo(Kind.PROXY_LOGIN_REFUSED);
                    assertThat(refused).hasMessageNotContaining("teh");
                }
            }
        }
    }

    @Test
    void aPasswordIsNeverPrinted() {
        try (ProxyLogin login = login("kopi")) {
            assertThat(login.toString()).isEqualTo("ProxyLogin[siti]");
            assertThat(Proxies.at("proxy.kantor", 3128, login)).hasToString("Proxies[proxy.kantor:3128]");
        }
    }

    @Test
    void whatIsNoAddressOfAProxyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.at("", 3128));
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.at("proxy", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.at("proxy", 65536));
    }

    private static ProxyLogin login(String password) {
        try (Secret secret = Secret.copyOf(password.toCharArray())) {
            return new ProxyLogin("siti", secret);
        }
    }
}
