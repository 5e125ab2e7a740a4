package id.espm.app.espm.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the way before OkHttp does, which takes an unchecked exception of a selector for a fault of the program: a way that
 * is not known fails the call as a broken line does.
 */
final class KnownWay implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        ProxySelector selector = chain.getProxySelector();
        try {
            List<Proxy> ways = selector.select(chain.request().url().uri());
            return chain.withProxySelector(new Known(ways, selector)).proceed(chain.request());
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Equal where the ways are, so that connections are used again. */
    private static final class Known extends ProxySelector {
        private final List<Proxy> ways;
        private final ProxySelector selector;

        Known(List<Proxy> ways, ProxySelector selector) {
            this.ways = ways;
            this.selector = selector;
        }

        @Override
        public List<Proxy> select(URI address) {
            return ways;
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            selector.connectFailed(address, proxy, failure);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known && ways.equals(known.ways);
        }

        @Override
        public int hashCode() {
            return ways.hashCode();
        }
    }
}
