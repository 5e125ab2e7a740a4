package id.espm.sandbox.ca;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.random.RandomGenerator;

/**
 * Where the services of a practice CA answer. All stand on one loopback port, and since certificates carry these
 * addresses, the port belongs to the CA for as long as it lives.
 *
 * @param port TCP port on 127.0.0.1
 */
public record PkiAddresses(int port) {

    public PkiAddresses {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a TCP port: " + port);
        }
    }

    /** The services whose addresses a certificate may carry. */
    public enum Service {
        /** authorityInfoAccess, id-ad-ocsp. */
        OCSP,
        /** cRLDistributionPoints. */
        CRL,
        /** authorityInfoAccess, id-ad-caIssuers. */
        CA_ISSUERS
    }

    /**
     * Picks a port that is free now and not likely to be taken later: none of those that the operating system hands out
     * to outgoing connections by default (32768 and up), as long as one can be had.
     *
     * @throws IOException if this machine has no free port at all
     */
    public static PkiAddresses onFreePort() throws IOException {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < 50; attempt++) {
            int candidate = random.nextInt(20_000, 32_000);
            if (isFree(candidate)) {
                return new PkiAddresses(candidate);
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PkiAddresses(any.getLocalPort());
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException busy) {
            return false;
        }
    }

    /** RFC 6960, by POST and GET. */
    public URI ocsp() {
        return at("/ocsp");
    }

    /** RFC 3161 over HTTP. */
    public URI tsa() {
        return at("/tsa");
    }

    /** The CRL that this issuer signs, DER. */
    public URI crl(Issuer issuer) {
        return at("/crl/" + issuer.fileName() + ".crl");
    }

    /** The certificate of this issuer, DER. */
    public URI caIssuers(Issuer issuer) {
        return at("/aia/" + issuer.fileName() + ".cer");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
