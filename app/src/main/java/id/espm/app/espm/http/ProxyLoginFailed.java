package id.espm.app.espm.http;

import java.io.IOException;

/** The proxy wants a user and password, and there are none or they were refused. */
final class ProxyLoginFailed extends IOException {
    private static final long serialVersionUID = 1L;
}
