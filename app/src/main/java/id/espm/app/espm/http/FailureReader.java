package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem.ProxyScriptUnusable;
import id.espm.app.espm.EspmProblem.Unreachable;
import id.espm.app.espm.EspmProblem.Unreachable.Cause;
import id.espm.app.proxy.ProxyScriptException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns the many ways in which a connection fails into the few that a person can act upon. */
final class FailureReader {
    private static final int MAX_CAUSES = 20;
    private static final String PINNING = "Certificate pinning failure";

    private final String host;

    FailureReader(String host) {
        this.host = host;
    }

    EspmException read(IOException failure) {
        if (failure instanceof ProxyScriptException script) {
            return new EspmException(new ProxyScriptUnusable(script.script(), script.flaw(), script.detail()), failure);
        }
        return new EspmException(new Unreachable(host, cause(failure)), failure);
    }

    private static Cause cause(IOException failure) {
        List<Throwable> chain = chain(failure);
        if (has(chain, ProxyLoginFailed.class)) {
            return Cause.PROXY_LOGIN;
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            // OkHttp has one exception for both; only its words tell them apart.
            return String.valueOf(failure.getMessage()).startsWith(PINNING) ? Cause.TLS_PIN : Cause.TLS_HOST_NAME;
        }
        return tls(chain).orElseGet(() -> network(chain));
    }

    private static Optional<Cause> tls(List<Throwable> chain) {
        if (!has(chain, SSLException.class)
                || has(chain, EOFException.class)
                || has(chain, SocketException.class)
                || has(chain, InterruptedIOException.class)) {
            return Optional.empty();
        }
        boolean expired = has(chain, CertificateExpiredException.class)
                || has(chain, CertificateNotYetValidException.class)
                || chain.stream().anyMatch(FailureReader::isOutOfTime);
        if (expired) {
            return Optional.of(Cause.TLS_EXPIRED);
        }
        return Optional.of(has(chain, CertificateException.class) ? Cause.TLS_UNTRUSTED : Cause.TLS_HANDSHAKE);
    }

    private static boolean isOutOfTime(Throwable t) {
        return t instanceof CertPathValidatorException failure
                && (failure.getReason() == BasicReason.EXPIRED || failure.getReason() == BasicReason.NOT_YET_VALID);
    }

    private static Cause network(List<Throwable> chain) {
        if (has(chain, UnknownHostException.class)) {
            return Cause.UNKNOWN_HOST;
        }
        if (has(chain, NoRouteToHostException.class)) {
            return Cause.NO_ROUTE;
        }
        if (has(chain, InterruptedIOException.class)) {
            return Cause.TIMEOUT;
        }
        return has(chain, ConnectException.class) ? Cause.REFUSED : Cause.CUT_OFF;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable t = failure;
        while (t != null && chain.size() < MAX_CAUSES) {
            chain.add(t);
            t = t.getCause();
        }
        return chain;
    }
}
