package id.espm.app.espm.http;

import id.espm.app.espm.EspmSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Sets up connections: TLS 1.2 or later with the host's name checked, or plain HTTP that cannot leave this machine. */
final class ClientSetup {
    private ClientSetup() {}

    static OkHttpClient client(EspmAddress address, EspmSettings settings) {
        EspmSettings.Timeouts timeouts = settings.timeouts();
        // Daemon threads, so that a command line program can end; as many as there are calls.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(threads))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.answer())
                .writeTimeout(timeouts.answer());
        if (address.isHttps()) {
            secure(builder, address, settings.tls());
        } else {
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).dns(ClientSetup::loopbackOnly);
        }
        if (address.isLoopback()) {
            builder.proxy(Proxy.NO_PROXY);
        } else {
            builder.proxySelector(settings.proxy().selector())
                    .addInterceptor(new KnownWay())
                    .proxyAuthenticator(new ProxyAuthenticator(settings.proxy().login()));
        }
        return builder.build();
    }

    private static void secure(OkHttpClient.Builder builder, EspmAddress address, EspmSettings.Tls tls) {
        CertificatePinner.Builder pins = new CertificatePinner.Builder();
        tls.pins().forEach(pin -> pins.add(address.host(), pin.text()));
        builder.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS)).certificatePinner(pins.build());
        if (tls.extraAnchors().certificates().isEmpty()) {
            return;
        }
        try {
            X509TrustManager trust = trustManager(withExtra(tls));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            builder.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the platform's TLS cannot be set up", e);
        }
    }

    /** The platform's certificates and ours in one store, so that a chain may lead to either. */
    private static KeyStore withExtra(EspmSettings.Tls tls) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int n = 0;
        for (X509Certificate certificate : trustManager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("platform-" + n++, certificate);
        }
        for (X509Certificate certificate : tls.extraAnchors().certificates()) {
            store.setCertificateEntry("extra-" + n++, certificate);
        }
        return store;
    }

    private static X509TrustManager trustManager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whatever {@code localhost} may mean to this machine: plain HTTP never leaves it. */
    private static List<InetAddress> loopbackOnly(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host).stream()
                .filter(InetAddress::isLoopbackAddress)
                .toList();
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return found;
    }
}
