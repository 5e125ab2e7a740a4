package id.espm.app.espm.http;

import id.espm.app.espm.EspmSettings.ProxyLogin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Answers a proxy's question for user and password once (RFC 7617). */
final class ProxyAuthenticator implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";
    private static final String BASIC = "Basic";
    private static final String PREEMPTIVE = "OkHttp-Preemptive";

    private final ProxyLogin login;

    ProxyAuthenticator(ProxyLogin login) {
        this.login = login;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        if (has(response, PREEMPTIVE)) {
            // OkHttp asks before the proxy does; most proxies never do.
            return null;
        }
        if (response.request().header(HEADER) != null || route == null || !has(response, BASIC)) {
            throw new ProxyLoginFailed();
        }
        InetSocketAddress proxy = (InetSocketAddress) route.proxy().address();
        PasswordAuthentication credentials = login.credentials(proxy.getHostString(), proxy.getPort(), realm(response))
                .orElseThrow(ProxyLoginFailed::new);
        // A header is a String in any case; the password's own array stays with its owner.
        String basic = Credentials.basic(
                credentials.getUserName(), new String(credentials.getPassword()), StandardCharsets.UTF_8);
        return response.request().newBuilder().header(HEADER, basic).build();
    }

    private static boolean has(Response response, String scheme) {
        return response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase(scheme));
    }

    private static String realm(Response response) {
        return response.challenges().stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase(BASIC))
                .map(challenge -> Optional.ofNullable(challenge.realm()).orElse(""))
                .findFirst()
                .orElse("");
    }
}
