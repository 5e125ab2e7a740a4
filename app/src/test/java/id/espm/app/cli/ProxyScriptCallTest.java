package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code pac} in {@code profile.json}: the office's script says by which proxy the program goes out, whatever it goes for. */
@ExtendWith(Practice.Extension.class)
class ProxyScriptCallTest {
    @TempDir
    Path home;

    private Program program;

    @BeforeEach
    void setUp() throws IOException {
        program = new Program(home);
        Files.createDirectories(program.settings());
        Files.writeString(program.settings().resolve("profile.json"), "{\"pac\": \"kantor.pac\"}");
    }

    private void script(String statements) throws IOException {
        Files.writeString(
                program.settings().resolve("kantor.pac"), "function FindProxyForURL(url, host) { " + statements + " }");
    }

    private Program.Result status() throws IOException {
        return FarEspm.status(program, home);
    }

    private Program.Result sign(Practice practice) {
        return program.run(
                "sign",
                "--package",
                practice.paket("RPD_HARIAN"),
                practice.key("PPK"),
                "--tsa",
                "http://tsa.example/tsa",
                "--out",
                home.resolve("out"));
    }

    @Test
    void espmAndTheServersOfASignatureAreReachedByIt(Practice practice) throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            script("return shExpMatch(host, '*.example') ? 'PROXY 127.0.0.1:" + proxy.getPort() + "' : 'DIRECT';");
            proxy.setDispatcher(new WantsLogin());

            Program.Result asked = status();
            Program.Result signed = sign(practice);

            assertThat(asked.err()).contains("proxy meminta nama pengguna");
            assertThat(signed.exit()).as(signed.err()).isEqualTo(4);
            assertThat(proxy.takeRequest().getRequestLine()).isEqualTo("CONNECT espm.example:443 HTTP/1.1");
            assertThat(proxy.takeRequest().getRequestLine()).isEqualTo("POST http://tsa.example/tsa HTTP/1.1");
        }
    }

    @Test
    void oneThatDoesNotTellTheWayStopsEverythingThatGoesOut(Practice practice) throws Exception {
        script("return 'HTTPS proxy.kantor:443';");

        Program.Result asked = status();
        Program.Result signed = sign(practice);

        assertThat(asked.exit()).isEqualTo(4);
        assertThat(asked.err())
                .contains(
                        "Skrip proxy kantor ("
                                + program.settings().resolve("kantor.pac").toUri()
                                + ") tidak menunjukkan jalan ke eSPM",
                        "“HTTPS proxy.kantor:443”");
        assertThat(signed.exit()).isEqualTo(4);
        assertThat(signed.err())
                .contains("Tidak diketahui lewat proxy mana", "http://tsa.example/tsa", "ANSWER_UNUSABLE");
        assertThat(home.resolve("out")).isEmptyDirectory();
    }

    @Test
    void whatNeedsNoNetworkNeedsNoScriptEither(Practice practice) {
        Program.Result result = program.run(
                "sign", "--package", practice.paket("RPD_HARIAN"), practice.key("PPK"), "--out", home.resolve("out"));

        assertThat(result.exit()).as(result.err()).isZero();
    }

    private static final class WantsLogin extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            MockResponse.Builder answer =
                    new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic realm=\"Kantor\"");
            return ("CONNECT".equals(request.getMethod()) ? answer.inTunnel() : answer).build();
        }
    }
}
