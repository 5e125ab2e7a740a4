package id.espm.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.DSSException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackDataLoaderTest {
    private final LoopbackDataLoader loader =
            new LoopbackDataLoader(LoopbackDataLoader.newClient(), "application/ocsp-request");
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://192.0.2.1/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void loopbackAnswers() {
        assertThat(loader.post(base + "/echo", new byte[] {1, 2})).containsExactly(1, 2);
        assertThat(loader.get(List.of("http://192.0.2.1/", base + "/echo")).getUrlString())
                .isEqualTo(base + "/echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/ocsp",
                "http://example.org/ocsp",
                "http://127.0.0.1.example.org/",
                "http://user@192.0.2.1/",
                "https://127.0.0.1/",
                "file:///etc/passwd",
                "ldap://127.0.0.1/",
                "not an address"
            })
    void everyOtherAddressIsRefusedBeforeAnyByteLeaves(String url) {
        assertThatThrownBy(() -> loader.get(url)).isInstanceOf(DSSException.class);
        assertThatThrownBy(() -> loader.post(url, new byte[0])).isInstanceOf(DSSException.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThatThrownBy(() -> loader.get(base + "/away"))
                .isInstanceOf(DSSException.class)
                .hasMessageContaining("302");
    }
}
