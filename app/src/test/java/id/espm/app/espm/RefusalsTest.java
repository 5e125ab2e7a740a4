package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.EspmProblem.Unreachable;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.signer.trust.TrustAnchors;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that must get nothing: neither password nor session nor bytes, which is asked of those servers themselves. */
class RefusalsTest {
    private static final HeldCertificate ROOT = root();

    @TempDir
    Path folder;

    private final MockWebServer elsewhere = new MockWebServer();

    @BeforeEach
    void listen() throws IOException {
        elsewhere.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        elsewhere.close();
    }

    static Stream<Arguments> certificates() {
        return Stream.of(
                Arguments.of("self-signed", localhost().build(), Cause.TLS_UNTRUSTED),
                Arguments.of(
                        "of a root that bears the right name",
                        localhost().signedBy(root()).build(),
                        Cause.TLS_UNTRUSTED),
                Arguments.of(
                        "expired",
                        localhost()
                                .signedBy(ROOT)
                                .validityInterval(1_000, 2_000)
                                .build(),
                        Cause.TLS_EXPIRED),
                Arguments.of(
                        "not valid yet",
                        localhost()
                                .signedBy(ROOT)
                                .validityInterval(
                                        Instant.now().plusSeconds(86_400).toEpochMilli(),
                                        Instant.now().plusSeconds(172_800).toEpochMilli())
                                .build(),
                        Cause.TLS_EXPIRED),
                Arguments.of(
                        "of another host",
                        new HeldCertificate.Builder()
                                .addSubjectAlternativeName("localhost.example")
                                .signedBy(ROOT)
                                .build(),
                        Cause.TLS_HOST_NAME),
                Arguments.of(
                        "with the host in its common name alone",
                        new HeldCertificate.Builder()
                                .commonName("localhost")
                                .signedBy(ROOT)
                                .build(),
                        Cause.TLS_HOST_NAME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void aServerWithSuchACertificateGetsNoPassword(String what, HeldCertificate certificate, Cause cause) {
        elsewhere.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());

        assertThat(loginFailure(URI.create("https://localhost:" + elsewhere.getPort())))
                .as(what)
                .isEqualTo(new Unreachable("localhost", cause));
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    /** SSL 3.0, TLS 1.0 and TLS 1.1, as a server's first words. */
    @ParameterizedTest
    @ValueSource(ints = {0x0300, 0x0301, 0x0302})
    void aServerThatSpeaksAnOlderTlsGetsNoPassword(int version) throws Exception {
        try (ServerSocket old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<List<Integer>> records = new FutureTask<>(oldServer(old, version));
            Thread.ofVirtual().start(records);

            assertThat(loginFailure(URI.create("https://localhost:" + old.getLocalPort())))
                    .isEqualTo(new Unreachable("localhost", Cause.TLS_HANDSHAKE));

            // 22 is a handshake, 21 an alert; 23 would be data of ours.
            assertThat(records.get()).startsWith(22).doesNotContain(23);
        }
    }

    @Test
    void aLoginThatIsSentElsewhereEndsThere() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.espm.fail("POST session", sentTo(307, "/api/v1/session"));

            assertThat(catchThrowableOfType(EspmException.class, bench::session).problem())
                    .isEqualTo(new EspmProblem.RedirectRefused(target()));
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST submissions", "HEAD", "PATCH", "POST complete"})
    void aCallThatIsSentElsewhereEndsThere(String call) throws Exception {
        try (Bench bench = new Bench(folder)) {
            EspmSession session = bench.session();
            bench.espm.fail(call, sentTo(308, "/api/v1/uploads/" + FakeEspm.ID));

            assertThat(catchThrowableOfType(
                                    EspmException.class,
                                    () -> bench.submit(session, request -> Optional.empty(), bench.heard))
                            .problem())
                    .isEqualTo(new EspmProblem.RedirectRefused(target()));
            assertThat(elsewhere.getRequestCount()).isZero();
            assertThat(bench.receipt()).doesNotExist();
        }
    }

    @Test
    void anUploadThatIsToGoElsewhereGoesNowhere() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.espm.uploadBase = target();

            assertThat(catchThrowableOfType(EspmException.class, bench::submit).problem())
                    .isEqualTo(new EspmProblem.RedirectRefused(target()));
            assertThat(elsewhere.getRequestCount()).isZero();
            assertThat(bench.espm.received()).isEmpty();
        }
    }

    private String target() {
        return "http://127.0.0.1:" + elsewhere.getPort();
    }

    private MockResponse sentTo(int code, String path) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Location", target() + path)
                .build();
    }

    private static EspmProblem loginFailure(URI address) {
        EspmSettings settings = EspmSettings.builder(address)
                .extraAnchors(new TrustAnchors(Set.of(ROOT.certificate())))
                .build();
        return catchThrowableOfType(EspmException.class, () -> {
                    try (EspmClient client = EspmClient.open(settings)) {
                        client.login("operator", FakeEspm.PASSWORD.toCharArray());
                    }
                })
                .problem();
    }

    /** Answers the first message with a ServerHello of this version, and tells the types of all records that came. */
    private static Callable<List<Integer>> oldServer(ServerSocket server, int version) {
        return () -> {
            List<Integer> types = new ArrayList<>();
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (true) {
                    types.add(in.readUnsignedByte());
                    in.readUnsignedShort();
                    in.skipNBytes(in.readUnsignedShort());
                    if (types.size() == 1) {
                        socket.getOutputStream().write(serverHello(version));
                    }
                }
            } catch (EOFException e) {
                return types;
            }
        };
    }

    /** RFC 5246 §7.4.1.3: version, random, no session, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, no compression. */
    private static byte[] serverHello(int version) {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.write(version >> 8);
        hello.write(version);
        hello.writeBytes(new byte[32]);
        hello.writeBytes(new byte[] {0, (byte) 0xc0, 0x13, 0});
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {22, (byte) (version >> 8), (byte) version, 0, (byte) (hello.size() + 4)});
        record.writeBytes(new byte[] {2, 0, 0, (byte) hello.size()});
        record.writeBytes(hello.toByteArray());
        return record.toByteArray();
    }

    private static HeldCertificate.Builder localhost() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
    }

    private static HeldCertificate root() {
        return new HeldCertificate.Builder()
                .commonName("Root CA Latihan")
                .certificateAuthority(0)
                .build();
    }
}
