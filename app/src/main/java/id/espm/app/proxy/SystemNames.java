package id.espm.app.proxy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The names of the system. A name server that does not answer, as is usual behind a proxy, is soon not waited for. */
final class SystemNames implements HostNames {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Leads out by the default route, and to nobody (RFC 5737). */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9);

    @Override
    public Optional<Inet4Address> address(String host) {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofVirtual().start(lookup);
        try {
            return Arrays.stream(lookup.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .filter(Inet4Address.class::isInstance)
                    .map(Inet4Address.class::cast)
                    .findFirst();
        } catch (ExecutionException | TimeoutException e) {
            // Not known here, or not in time: to a script that is the same.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** No packet goes out by this: the system only says which way one would. */
    @Override
    public Inet4Address own() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            if (socket.getLocalAddress() instanceof Inet4Address address && !address.isAnyLocalAddress()) {
                return address;
            }
            return named();
        } catch (IOException e) {
            return named();
        }
    }

    private static Inet4Address named() {
        try {
            if (InetAddress.getLocalHost() instanceof Inet4Address address) {
                return address;
            }
        } catch (UnknownHostException e) {
            // Its own name has no address: it is told as what every computer is to itself.
        }
        return Inet4Address.ofLiteral("127.0.0.1");
    }
}
