package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office's proxy, as Java has it from the system, stands between; whoever sits at the terminal knows its login. */
class ProxyLoginTest {
    @TempDir
    Path home;

    private final ProxySelector before = ProxySelector.getDefault();
    private final MockWebServer proxy = new MockWebServer();

    @BeforeEach
    void goThroughTheProxy() throws Exception {
        proxy.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("espm.example")
                        .build())
                .build()
                .sslSocketFactory());
        proxy.start();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.getPort())));
    }

    @AfterEach
    void goStraightAgain() {
        ProxySelector.setDefault(before);
        proxy.close();
    }

    @Test
    void theLoginIsAskedForOnceAndKeptNowhere() throws Exception {
        wantsLogin();
        // The tunnel stands; behind it is a server that nobody trusts, so nothing more is said.
        proxy.enqueue(new MockResponse.Builder().inTunnel().build());

        Program program = new Program(home).typing("budi", "kunci-kantor");
        call(program);

        assertThat(logins()).containsExactly("", Credentials.basic("budi", "kunci-kantor"));
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("kunci-kantor");
            }
        }
    }

    @Test
    void whereNobodyAnswersTheProxyIsNamedAsTheReason() throws Exception {
        wantsLogin();

        Program.Result result = call(new Program(home));

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("proxy meminta nama pengguna");
        assertThat(logins()).containsExactly("");
    }

    private void wantsLogin() {
        proxy.enqueue(new MockResponse.Builder()
                .inTunnel()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"Kantor\"")
                .build());
    }

    private Program.Result call(Program program) throws Exception {
        return FarEspm.status(program, home);
    }

    /** Of each call that the proxy heard; none tells it eSPM's password. */
    private List<String> logins() throws InterruptedException {
        List<String> logins = new ArrayList<>();
        while (logins.size() < proxy.getRequestCount()) {
            var request = proxy.takeRequest();
            assertThat(request.getMethod()).isEqualTo("CONNECT");
            logins.add(String.valueOf(request.getHeaders().get("Proxy-Authorization"))
                    .replace("null", ""));
        }
        return logins;
    }
}
