package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.EspmProblem.Unreachable;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.proxy.OfficeProxies;
import id.espm.app.proxy.ProxyScriptException;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.CertificatePinner;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://espm.kemenkeu.go.id",
                "http://192.168.1.7:8080",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://[2001:db8::1]"
            })
    void plainHttpToAnotherMachineIsRefusedBeforeAnythingIsSent(String address) {
        assertThat(openFailure(address)).isEqualTo(new EspmProblem.InsecureAddress(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://espm.kemenkeu.go.id",
                "espm.kemenkeu.go.id",
                "https:/path",
                "https://user:secret@espm.kemenkeu.go.id",
                "https://espm.kemenkeu.go.id/?a=b",
                "https://espm.kemenkeu.go.id/#a"
            })
    void whatCannotBeEspmsAddressIsRefused(String address) {
        assertThat(openFailure(address)).isEqualTo(new EspmProblem.AddressInvalid(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://espm.kemenkeu.go.id",
                "HTTPS://espm.example:8443/pengantar/",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://127.9.9.9:1",
                "http://[::1]:8080"
            })
    void theseAddressesAreTaken(String address) throws Exception {
        EspmClient.open(EspmSettings.builder(URI.create(address)).build()).close();
    }

    @Test
    void aServerThatDoesNotListenIsRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(loginFailure("http://127.0.0.1:" + port, b -> b)).isEqualTo(unreachable("127.0.0.1", Cause.REFUSED));
    }

    @Test
    void aNameThatNobodyHasIsUnknown() {
        assertThat(loginFailure("https://espm.invalid", b -> b.proxies(ProxySelector.of(null))))
                .isEqualTo(unreachable("espm.invalid", Cause.UNKNOWN_HOST));
    }

    @Test
    void anAnswerThatNeverComesTimesOut() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Duration brief = Duration.ofMillis(100);

        assertThat(loginFailure(plain(), b -> b.timeouts(new EspmSettings.Timeouts(brief, brief, brief))))
                .isEqualTo(unreachable("127.0.0.1", Cause.TIMEOUT));
    }

    @Test
    void aPathInFrontOfTheApiIsKept() throws Exception {
        server.enqueue(new MockResponse.Builder().code(500).build());

        loginFailure(plain() + "/pengantar/", b -> b);

        assertThat(server.takeRequest().getTarget()).isEqualTo("/pengantar/api/v1/session");
    }

    @Test
    void thisMachineItselfIsNeverAskedThroughAProxy() {
        server.enqueue(new MockResponse.Builder().code(500).build());
        ProxySelector nowhere = ProxySelector.of(new InetSocketAddress("proxy.invalid", 8080));

        assertThat(loginFailure(plain(), b -> b.proxies(nowhere)))
                .isEqualTo(new EspmProblem.ServerFault(500, Optional.empty()));
    }

    /** A server with a certificate; a 500 is proof enough that the handshake let us through. */
    @Nested
    class Tls {
        private final HeldCertificate root =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        private final EspmProblem through = new EspmProblem.ServerFault(500, Optional.empty());

        @Test
        void anUntrustedCertificateIsRefused() {
            serve(certificate().build());

            assertThat(loginFailure(secure(), b -> b)).isEqualTo(unreachable("localhost", Cause.TLS_UNTRUSTED));
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void anExtraAnchorIsTrusted() {
            serve(certificate().build());

            assertThat(loginFailure(secure(), this::trusting)).isEqualTo(through);
        }

        @Test
        void aCertificateForAnotherHostIsRefused() {
            serve(new HeldCertificate.Builder()
                    .addSubjectAlternativeName("elsewhere.example")
                    .signedBy(root)
                    .build());

            assertThat(loginFailure(secure(), this::trusting)).isEqualTo(unreachable("localhost", Cause.TLS_HOST_NAME));
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void anExpiredCertificateIsToldApart() {
            serve(certificate().validityInterval(1_000, 2_000).build());

            assertThat(loginFailure(secure(), this::trusting)).isEqualTo(unreachable("localhost", Cause.TLS_EXPIRED));
        }

        @Test
        void aPinnedKeyIsTakenAndNoOther() {
            HeldCertificate certificate = certificate().build();
            serve(certificate);
            PublicKeyPin right = new PublicKeyPin(CertificatePinner.pin(certificate.certificate()));
            PublicKeyPin other =
                    PublicKeyPin.of(new HeldCertificate.Builder().build().certificate());
            assertThat(PublicKeyPin.of(certificate.certificate())).isEqualTo(right);

            assertThat(loginFailure(secure(), b -> trusting(b).pins(Set.of(other))))
                    .isEqualTo(unreachable("localhost", Cause.TLS_PIN));
            assertThat(server.getRequestCount()).isZero();
            assertThat(loginFailure(secure(), b -> trusting(b).pins(Set.of(right))))
                    .isEqualTo(through);
        }

        @Test
        void aServerWithoutTlsIsRefused() throws IOException {
            try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> answerInPlainText(plain));

                assertThat(loginFailure("https://localhost:" + plain.getLocalPort(), b -> b))
                        .isEqualTo(unreachable("localhost", Cause.TLS_HANDSHAKE));
            }
        }

        private static void answerInPlainText(ServerSocket plain) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private HeldCertificate.Builder certificate() {
            return new HeldCertificate.Builder()
                    .addSubjectAlternativeName("localhost")
                    .signedBy(root);
        }

        private EspmSettings.Builder trusting(EspmSettings.Builder builder) {
            return builder.extraAnchors(new TrustAnchors(Set.of(root.certificate())));
        }

        private void serve(HeldCertificate certificate) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            server.enqueue(new MockResponse.Builder().code(500).build());
        }
    }

    /** The mock server is the proxy, and behind its tunnel eSPM. */
    @Nested
    class Proxy {
        private final HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("espm.example")
                .build();
        private final List<String> asked = new ArrayList<>();

        @BeforeEach
        void tunnel() {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            server.enqueue(new MockResponse.Builder()
                    .inTunnel()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"Kantor\"")
                    .build());
        }

        @Test
        void aProxyGetsItsUserAndPassword() throws Exception {
            server.enqueue(new MockResponse.Builder().inTunnel().build());
            server.enqueue(new MockResponse.Builder().code(500).build());

            assertThat(loginFailure("https://espm.example", b -> through(b, "rahasia")))
                    .isEqualTo(new EspmProblem.ServerFault(500, Optional.empty()));

            assertThat(asked).containsExactly("127.0.0.1 Kantor");
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isEqualTo("Basic cGVnYXdhaTpyYWhhc2lh");
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .as("what goes to eSPM itself")
                    .isNull();
        }

        @Test
        void aProxyThatRefusesThePasswordIsToldApart() {
            server.enqueue(new MockResponse.Builder()
                    .inTunnel()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"Kantor\"")
                    .build());

            assertThat(loginFailure("https://espm.example", b -> through(b, "salah")))
                    .isEqualTo(unreachable("espm.example", Cause.PROXY_LOGIN));
            assertThat(asked).hasSize(1);
        }

        @Test
        void withoutAPasswordTheProxyIsToldApart() {
            assertThat(loginFailure(
                            "https://espm.example",
                            b -> through(b, "").proxyLogin((host, port, realm) -> Optional.empty())))
                    .isEqualTo(unreachable("espm.example", Cause.PROXY_LOGIN));
        }

        @Test
        void whatBrokeThatWasNotReadOnlyGoesByTheNextProxyOfAScript(@TempDir Path folder) throws Exception {
            int closed;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = socket.getLocalPort();
            }
            ProxySelector scripted = script(
                    folder, "return 'PROXY 127.0.0.1:%d; PROXY 127.0.0.1:%d';".formatted(closed, server.getPort()));
            server.enqueue(new MockResponse.Builder().inTunnel().build());
            server.enqueue(new MockResponse.Builder().code(500).build());

            assertThat(loginFailure(
                            "https://espm.example", b -> through(b, "rahasia").proxies(scripted)))
                    .isEqualTo(new EspmProblem.ServerFault(500, Optional.empty()));
            assertThat(scripted.select(URI.create("https://espm.example/")))
                    .extracting(proxy -> ((InetSocketAddress) proxy.address()).getPort())
                    .containsExactly(server.getPort(), closed);
        }

        @Test
        void aScriptThatDoesNotTellTheWayStopsTheCall(@TempDir Path folder) throws Exception {
            ProxySelector scripted = script(folder, "return 'HTTPS proxy.kantor:443';");

            assertThat(loginFailure(
                            "https://espm.example", b -> through(b, "rahasia").proxies(scripted)))
                    .isEqualTo(new EspmProblem.ProxyScriptUnusable(
                            folder.resolve("proxy.pac").toUri(),
                            ProxyScriptException.Flaw.ANSWER_UNUSABLE,
                            "HTTPS proxy.kantor:443"));
            assertThat(server.getRequestCount()).isZero();
        }

        private static ProxySelector script(Path folder, String statements) throws IOException {
            Path file = Files.writeString(
                    folder.resolve("proxy.pac"), "function FindProxyForURL(url, host) { " + statements + " }");
            return OfficeProxies.of(Optional.of(file.toUri()), Clock.systemUTC());
        }

        private EspmSettings.Builder through(EspmSettings.Builder builder, String password) {
            return builder.extraAnchors(new TrustAnchors(Set.of(certificate.certificate())))
                    .proxies(ProxySelector.of(new InetSocketAddress("127.0.0.1", server.getPort())))
                    .proxyLogin((host, port, realm) -> {
                        asked.add(host + " " + realm);
                        return Optional.of(new PasswordAuthentication("pegawai", password.toCharArray()));
                    });
        }
    }

    private String plain() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private String secure() {
        return "https://localhost:" + server.getPort();
    }

    private static Unreachable unreachable(String host, Cause cause) {
        return new Unreachable(host, cause);
    }

    private static EspmProblem openFailure(String address) {
        EspmSettings settings = EspmSettings.builder(URI.create(address)).build();
        return catchThrowableOfType(EspmException.class, () -> EspmClient.open(settings))
                .problem();
    }

    private static EspmProblem loginFailure(String address, UnaryOperator<EspmSettings.Builder> change) {
        EspmSettings settings =
                change.apply(EspmSettings.builder(URI.create(address))).build();
        return catchThrowableOfType(EspmException.class, () -> {
                    try (EspmClient client = EspmClient.open(settings)) {
                        client.login("operator", "rahasia1".toCharArray());
                    }
                })
                .problem();
    }
}
