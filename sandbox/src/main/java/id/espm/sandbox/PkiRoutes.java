package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.service.CrlFault;
import id.espm.sandbox.ca.service.CrlIssuer;
import id.espm.sandbox.ca.service.OcspFault;
import id.espm.sandbox.ca.service.OcspResponder;
import id.espm.sandbox.ca.service.PkiFaults;
import id.espm.sandbox.ca.service.TimeStampAuthority;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands at which path of the PKI's server. */
final class PkiRoutes {
    private static final String OCSP_RESPONSE = "application/ocsp-response";
    private static final String CRL = "application/pkix-crl";
    private static final String CERTIFICATE = "application/pkix-cert";
    private static final String TIME_STAMP = "application/timestamp-reply";
    private static final byte[] GARBAGE = "<html>Selamat datang</html>".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ENDLESS = 1_200;

    private final CertificateAuthority ca;
    private final Optional<TsaUser> tsaUser;
    private final OcspResponder ocsp;
    private final CrlIssuer crls;
    private final TimeStampAuthority tsa;
    private final PkiFaults faults = new PkiFaults();
    private final AtomicInteger requests = new AtomicInteger();

    PkiRoutes(CertificateAuthority ca, Optional<TsaUser> tsaUser) {
        this.ca = ca;
        this.tsaUser = tsaUser;
        this.ocsp = new OcspResponder(ca);
        this.crls = new CrlIssuer(ca);
        this.tsa = new TimeStampAuthority(ca);
    }

    PkiFaults faults() {
        return faults;
    }

    int requests() {
        return requests.get();
    }

    void addTo(JavalinConfig config) {
        config.routes.before(context -> requests.incrementAndGet());
        config.routes.post("/ocsp", context -> answerOcsp(context, context.bodyAsBytes()));
        config.routes.get("/ocsp/*", context -> answerOcsp(context, requestInUrl(context)));
        config.routes.post("/tsa", this::stamp);
        for (Issuer issuer : Issuer.values()) {
            config.routes.get("/crl/" + issuer.fileName() + ".crl", context -> answerCrl(context, issuer));
            config.routes.get("/aia/" + issuer.fileName() + ".cer", context -> answerIssuer(context, issuer));
        }
    }

    private void answerOcsp(Context context, byte[] request) throws IOException {
        Optional<OcspFault> fault = faults.ocsp();
        if (fault.equals(Optional.of(OcspFault.DOWN))) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
        } else if (fault.equals(Optional.of(OcspFault.SLOW))) {
            replyWithoutEnd(context, OCSP_RESPONSE);
        } else {
            boolean garbage = fault.equals(Optional.of(OcspFault.GARBAGE));
            reply(context, OCSP_RESPONSE, garbage ? GARBAGE : ocsp.answer(request, fault));
        }
    }

    private void answerCrl(Context context, Issuer issuer) throws IOException {
        Optional<CrlFault> fault = faults.crl();
        if (fault.equals(Optional.of(CrlFault.DOWN))) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
        } else if (fault.equals(Optional.of(CrlFault.SLOW))) {
            replyWithoutEnd(context, CRL);
        } else {
            boolean garbage = fault.equals(Optional.of(CrlFault.GARBAGE));
            reply(context, CRL, garbage ? GARBAGE : crls.current(issuer, fault));
        }
    }

    private void answerIssuer(Context context, Issuer issuer) {
        if (faults.issuersGone()) {
            context.status(HttpStatus.NOT_FOUND);
        } else {
            reply(context, CERTIFICATE, certificateOf(issuer));
        }
    }

    private void stamp(Context context) {
        String authorization =
                Optional.ofNullable(context.header("Authorization")).orElse("");
        if (tsaUser.isPresent() && !tsaUser.get().matches(authorization)) {
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

    private byte[] certificateOf(Issuer issuer) {
        try {
            return ca.authority(issuer).certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Cannot encode the certificate of " + issuer, e);
        }
    }

    private static void reply(Context context, String type, byte[] content) {
        context.contentType(type).result(content);
    }

    /** Drips for a minute, or until the client has enough of it. */
    private static void replyWithoutEnd(Context context, String type) throws IOException {
        context.contentType(type);
        OutputStream out = context.outputStream();
        try {
            for (int i = 0; i < ENDLESS; i++) {
                out.write(0x30);
                out.flush();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
