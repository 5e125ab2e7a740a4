package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.service.CrlIssuer;
import id.espm.sandbox.ca.service.OcspResponder;
import id.espm.sandbox.ca.service.TimeStampAuthority;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;

/** The PKI's services on one loopback port: OCSP, CRL, the issuers' certificates, and time stamps. */
public final class PkiServer implements AutoCloseable {
    private static final String OCSP_RESPONSE = "application/ocsp-response";
    private static final String CRL = "application/pkix-crl";
    private static final String CERTIFICATE = "application/pkix-cert";
    private static final String TIME_STAMP = "application/timestamp-reply";

    private final Javalin server;
    private final PkiAddresses addresses;

    private PkiServer(Javalin server, PkiAddresses addresses) {
        this.server = server;
        this.addresses = addresses;
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
        Javalin server = Javalin.create(config -> configure(config, ca, tsaUser));
        try {
            server.start("127.0.0.1", addresses.port());
        } catch (JavalinBindException e) {
            throw new PortInUseException(addresses.port(), e);
        }
        return new PkiServer(server, addresses);
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

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, CertificateAuthority ca, Optional<TsaUser> tsaUser) {
        config.startup.showJavalinBanner = false;
        // An OCSP request in a URL is base64, whose slashes may stand in it escaped or doubled (RFC 6960, A.1).
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));

        OcspResponder ocsp = new OcspResponder(ca);
        config.routes.post("/ocsp", context -> reply(context, OCSP_RESPONSE, ocsp.answer(context.bodyAsBytes())));
        config.routes.get("/ocsp/*", context -> reply(context, OCSP_RESPONSE, ocsp.answer(requestInUrl(context))));

        TimeStampAuthority tsa = new TimeStampAuthority(ca);
        config.routes.post("/tsa", context -> stamp(context, tsa, tsaUser));

        CrlIssuer crls = new CrlIssuer(ca);
        for (Issuer issuer : Issuer.values()) {
            config.routes.get(
                    "/crl/" + issuer.fileName() + ".crl", context -> reply(context, CRL, crls.current(issuer)));
            config.routes.get(
                    "/aia/" + issuer.fileName() + ".cer",
                    context -> reply(context, CERTIFICATE, certificateOf(ca, issuer)));
        }
    }

    private static void stamp(Context context, TimeStampAuthority tsa, Optional<TsaUser> user) {
        String authorization =
                Optional.ofNullable(context.header("Authorization")).orElse("");
        if (user.isPresent() && !user.get().matches(authorization)) {
            context.header("WWW-Authenticate", "Basic realm=\"TSA LATIHAN\"").status(HttpStatus.UNAUTHORIZED);
        } else {
            reply(context, TIME_STAMP, tsa.answer(context.bodyAsBytes()));
        }
    }

    /** What cannot be read comes out empty, and so as a malformed request. */
    private static byte[] requestInUrl(Context context) {
        String path = context.req().getRequestURI();
        String escaped =
                path.substring(path.indexOf("/ocsp/") + "/ocsp/".length()).replace("+", "%2B");
        try {
            return Base64.getDecoder().decode(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] certificateOf(CertificateAuthority ca, Issuer issuer) {
        try {
            return ca.authority(issuer).certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Cannot encode the certificate of " + issuer, e);
        }
    }

    private static void reply(Context context, String type, byte[] content) {
        context.contentType(type).result(content);
    }
}
