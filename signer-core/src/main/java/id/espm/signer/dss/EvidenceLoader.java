package id.espm.signer.dss;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import id.espm.signer.trust.evidence.NoEvidence;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.List;

/** DSS's way to OCSP responders, CRLs and issuers' certificates, each over the client that {@code trust} asks by itself. */
final class EvidenceLoader implements DataLoader {
    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    /** One kind of question. */
    interface Exchange {
        byte[] ask(URI address, byte[] request) throws NoEvidence;
    }

    private final transient Exchange exchange;

    EvidenceLoader(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public byte[] get(String url) {
        return post(url, NOTHING);
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
        try {
            return exchange.ask(URI.create(url), content);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException("not an HTTP address: " + url, e);
        } catch (NoEvidence e) {
            throw new DSSExternalResourceException("no answer: " + e.getMessage(), e);
        }
    }

    /** Asked for by DSS's interface; each kind of question has its own. */
    @Override
    public void setContentType(String value) {}

    /** DSS's interface is serialisable; nobody serialises it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
