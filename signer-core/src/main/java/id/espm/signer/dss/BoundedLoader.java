package id.espm.signer.dss;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.NetworkException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** DSS's way to OCSP responders, CRLs and issuers' certificates: HTTP and HTTPS, bounded in time and size. */
final class BoundedLoader implements DataLoader {
    private static final long serialVersionUID = 1L;

    private final transient BoundedHttp http;
    private volatile String contentType;

    BoundedLoader(BoundedHttp http, String contentType) {
        this.http = http;
        this.contentType = contentType;
    }

    @Override
    public byte[] get(String url) {
        URI address = address(url);
        return body(() -> http.get(address));
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address given");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        URI address = address(url);
        return body(() -> http.post(address, content, Map.of("Content-Type", contentType)));
    }

    /** Asked for by DSS's interface. */
    @Override
    public void setContentType(String value) {
        contentType = value;
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException("not an HTTP address: " + url, e);
        }
    }

    private interface Exchange {
        HttpAnswer run() throws NetworkException;
    }

    private static byte[] body(Exchange exchange) {
        try {
            HttpAnswer answer = exchange.run();
            if (!answer.isOk()) {
                throw new DSSExternalResourceException(answer.from() + ": HTTP " + answer.status());
            }
            return answer.body();
        } catch (NetworkException e) {
            throw new DSSExternalResourceException("no answer from " + e.address() + ": " + e.kind(), e);
        }
    }

    /** DSS's interface is serialisable; nobody serialises it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
