package id.espm.signer.network;

import id.espm.signer.key.Secret;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks at a proxy that does not serve everyone. Java sends no Basic login to a proxy for an HTTPS address, unless the
 * program is started with {@code -Djdk.http.auth.tunneling.disabledSchemes=} (empty): over the network to the proxy it is
 * readable by all.
 */
public final class ProxyLogin implements AutoCloseable {
    private final String user;
    private final Secret password;

    /** @param password copied; the given one stays the caller's */
    public ProxyLogin(String user, Secret password) {
        this.user = user;
        this.password = password.copy();
    }

    /** Answers one proxy and nobody else; it is given to one client and installed nowhere. */
    Authenticator authenticator(String host, int port) {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                boolean meant = getRequestorType() == RequestorType.PROXY
                        && getRequestingPort() == port
                        && host.equalsIgnoreCase(getRequestingHost());
                return Optional.of(password)
                        .filter(secret -> meant)
                        .map(secret -> secret.use(chars -> new PasswordAuthentication(user, chars)))
                        .orElse(null);
            }
        };
    }

    @Override
    public void close() {
        password.close();
    }

    @Override
    public String toString() {
        return "ProxyLogin[" + user + "]";
    }
}
