package id.espm.signer.trust.evidence;

import id.espm.signer.RevocationGap;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.network.NetworkException;
import java.net.URI;
import java.util.Map;

/** Fetches OCSP answers, CRLs and issuers' certificates, each within its own size. None needs a login, and each is signed. */
public final class EvidenceHttp implements AutoCloseable {
    static final int MAX_CRL = 32 << 20;
    private static final int MAX_OCSP = 256 << 10;
    private static final int MAX_CERTIFICATES = 1 << 20;

    private final BoundedHttp responders;
    private final BoundedHttp lists;
    private final BoundedHttp issuers;

    public EvidenceHttp(RevocationSettings settings) {
        this.responders = http(settings, MAX_OCSP);
        this.lists = http(settings, MAX_CRL);
        this.issuers = http(settings, MAX_CERTIFICATES);
    }

    private static BoundedHttp http(RevocationSettings settings, int maxBytes) {
        return BoundedHttp.following(
                new HttpLimits(settings.connect(), settings.answer(), maxBytes), settings.proxies());
    }

    public byte[] ocsp(URI address, byte[] request) throws NoEvidence {
        return body(() -> responders.post(
                address,
                request,
                Map.of("Content-Type", "application/ocsp-request", "Accept", "application/ocsp-response")));
    }

    public byte[] crl(URI address) throws NoEvidence {
        return body(() -> lists.get(address));
    }

    public byte[] certificates(URI address) throws NoEvidence {
        return body(() -> issuers.get(address));
    }

    private interface Exchange {
        HttpAnswer run() throws NetworkException;
    }

    private static byte[] body(Exchange exchange) throws NoEvidence {
        try {
            HttpAnswer answer = exchange.run();
            if (!answer.isOk()) {
                throw new NoEvidence(RevocationGap.UNREACHABLE, answer.from() + ": HTTP " + answer.status());
            }
            return answer.body();
        } catch (NetworkException e) {
            boolean tooLarge = e.kind() == NetworkException.Kind.TOO_LARGE;
            RevocationGap gap = tooLarge ? RevocationGap.MALFORMED : RevocationGap.UNREACHABLE;
            throw new NoEvidence(gap, e.address().toString(), e);
        }
    }

    @Override
    public void close() {
        responders.close();
        lists.close();
        issuers.close();
    }
}
