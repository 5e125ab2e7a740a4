package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.service.PkiFaults;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;

/** The PKI's services on one loopback port: OCSP, CRL, the issuers' certificates, and time stamps. */
public final class PkiServer implements AutoCloseable {
    private final Javalin server;
    private final PkiAddresses addresses;
    private final PkiRoutes routes;

    private PkiServer(Javalin server, PkiAddresses addresses, PkiRoutes routes) {
        this.server = server;
        this.addresses = addresses;
        this.routes = routes;
    }

    /** The services of a practice folder's CA, open to all. */
    public static PkiServer start(PracticeFolder folder) throws IOException {
        return start(folder.ca());
    }

    /** The services of a CA that has addresses, open to all. */
    public static PkiServer start(CertificateAuthority ca) throws IOException {
        return start(ca, Optional.empty());
    }

    /**
     * Starts the services at the addresses that stand in the CA's certificates.
     *
     * @param tsaUser whom alone the TSA serves; empty: everyone
     * @throws PortInUseException if another program has that port
     * @throws IllegalArgumentException if the CA has no addresses
     */
    public static PkiServer start(CertificateAuthority ca, Optional<TsaUser> tsaUser) throws IOException {
        PkiAddresses addresses =
                ca.addresses().orElseThrow(() -> new IllegalArgumentException("this CA was made without addresses"));
        PkiRoutes routes = new PkiRoutes(ca, tsaUser);
        Javalin server = Javalin.create(config -> configure(config, routes));
        try {
            server.start("127.0.0.1", addresses.port());
        } catch (JavalinBindException e) {
            throw new PortInUseException(addresses.port(), e);
        }
        return new PkiServer(server, addresses, routes);
    }

    public URI ocsp() {
        return addresses.ocsp();
    }

    /** The intermediate's list; that of the root is at {@link PkiAddresses#crl}. */
    public URI crl() {
        return addresses.crl(Issuer.INTERMEDIATE);
    }

    public URI tsa() {
        return addresses.tsa();
    }

    /** What it does wrong on purpose; nothing, unless somebody says so here. */
    public PkiFaults faults() {
        return routes.faults();
    }

    /** How often it was asked for anything so far. */
    public int requests() {
        return routes.requests();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, PkiRoutes routes) {
        config.startup.showJavalinBanner = false;
        // An OCSP request in a URL is base64, whose slashes may stand in it escaped or doubled (RFC 6960, A.1).
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        routes.addTo(config);
    }
}
