package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import org.junit.jupiter.api.Test;

class SystemNamesTest {
    private final SystemNames names = new SystemNames();

    @Test
    void aNumberIsItsOwnAddress() {
        assertThat(names.address("10.1.2.3")).contains(Inet4Address.ofLiteral("10.1.2.3"));
    }

    @Test
    void thisComputerIsKnown() {
        assertThat(names.address("localhost")).contains(Inet4Address.ofLiteral("127.0.0.1"));
    }

    @Test
    void whatIsNoNameHasNoAddress() {
        assertThat(names.address("tiada.invalid")).isEmpty();
        assertThat(names.address("tiada ada")).isEmpty();
    }

    @Test
    void thisComputersOwnAddressIsOneAtLeast() {
        assertThat(names.own().isAnyLocalAddress()).isFalse();
    }
}
