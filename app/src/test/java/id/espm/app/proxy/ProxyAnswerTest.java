package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyAnswerTest {
    @Test
    void waysStandInTheirOrder() {
        assertThat(ProxyAnswer.read("PROXY a.kantor:3128; socks5 b.kantor:1081 ;DIRECT;"))
                .containsExactly(
                        proxy(Proxy.Type.HTTP, "a.kantor", 3128),
                        proxy(Proxy.Type.SOCKS, "b.kantor", 1081),
                        Proxy.NO_PROXY);
    }

    @Test
    void aPortThatIsLeftOutIsTheUsualOne() {
        assertThat(ProxyAnswer.read("PROXY a; HTTP b; SOCKS c; SOCKS4 d"))
                .containsExactly(
                        proxy(Proxy.Type.HTTP, "a", 80),
                        proxy(Proxy.Type.HTTP, "b", 80),
                        proxy(Proxy.Type.SOCKS, "c", 1080),
                        proxy(Proxy.Type.SOCKS, "d", 1080));
    }

    @Test
    void aHostMayBeANumberOfVersionSix() {
        assertThat(ProxyAnswer.read("PROXY [fd00::1]:8080")).containsExactly(proxy(Proxy.Type.HTTP, "[fd00::1]", 8080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "DIRECT", " direct ; "})
    void nothingIsDirect(String answer) {
        assertThat(ProxyAnswer.read(answer)).containsExactly(Proxy.NO_PROXY);
    }

    /** A proxy that is spoken to by TLS is none that is known here, and is never taken for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS a:443",
                "QUIC a:443",
                "PROXY",
                "PROXY a:0",
                "PROXY a:65536",
                "PROXY a:b",
                "PROXY a:1:2",
                "PROXY http://a:80",
                "PROXY a b",
                ";",
                "<html>"
            })
    void whatIsNoWayIsLeftOut(String answer) {
        assertThat(ProxyAnswer.read(answer)).isEmpty();
        assertThat(ProxyAnswer.read(answer + "; PROXY b:81")).containsExactly(proxy(Proxy.Type.HTTP, "b", 81));
    }

    private static Proxy proxy(Proxy.Type type, String host, int port) {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }
}
