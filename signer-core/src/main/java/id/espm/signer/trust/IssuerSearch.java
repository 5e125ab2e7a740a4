package id.espm.signer.trust;

import id.espm.signer.trust.evidence.EvidenceCache;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.Issuers;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.evidence.ServiceAddresses;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the chain of a certificate together and fetches what is missing from where the certificates say that it is
 * ({@code caIssuers}, RFC 5280 §4.2.2.1), where the settings allow it. What was fetched is not trusted for that. Several threads
 * may use one.
 */
public final class IssuerSearch implements AutoCloseable {
    /** A certificate may lie among others, but not among all of a country's. */
    private static final int MAX_FETCHED = 64;

    private final RevocationSettings settings;
    private final EvidenceHttp http;
    private final EvidenceCache cache;

    /** A search that goes by these settings for as long as it lives. */
    public IssuerSearch(RevocationSettings settings) {
        this.settings = settings;
        this.http = new EvidenceHttp(settings);
        this.cache = new EvidenceCache(settings.cacheFolder());
    }

    /**
     * The certificate, its issuer, that one's issuer and so on, as far as they are known or to be had; each is signed by the
     * next.
     *
     * @param known certificates that may belong to it, in any order
     * @param at    now: of two that would do, one that is valid is taken
     */
    public List<X509Certificate> chain(X509Certificate certificate, Collection<X509Certificate> known, Instant at) {
        Set<X509Certificate> candidates = new LinkedHashSet<>(known);
        List<X509Certificate> chain = Issuers.walk(certificate, candidates, at);
        for (int step = 0; step < Issuers.MAX_CHAIN && !isWhole(chain); step++) {
            if (!candidates.addAll(fetch(chain.getLast(), at))) {
                break;
            }
            List<X509Certificate> longer = Issuers.walk(certificate, candidates, at);
            if (longer.size() <= chain.size()) {
                break;
            }
            chain = longer;
        }
        return List.copyOf(chain);
    }

    /** The chain as far as these certificates go; nobody is asked. */
    public List<X509Certificate> chainAtHand(
            X509Certificate certificate, Collection<X509Certificate> known, Instant at) {
        return List.copyOf(Issuers.walk(certificate, known, at));
    }

    private static boolean isWhole(List<X509Certificate> chain) {
        return chain.size() >= Issuers.MAX_CHAIN || Issuers.isSelfSigned(chain.getLast());
    }

    private List<X509Certificate> fetch(X509Certificate certificate, Instant at) {
        for (URI address : ServiceAddresses.of(certificate).issuers()) {
            List<X509Certificate> fetched = fetch(address, certificate, at);
            if (Issuers.find(certificate, fetched, at).isPresent()) {
                return fetched;
            }
        }
        return List.of();
    }

    /** Certificates do not change, so one that was kept serves without being asked for again. */
    private List<X509Certificate> fetch(URI address, X509Certificate certificate, Instant at) {
        String name = "issuer-" + EvidenceCache.name(address, certificate, certificate);
        Optional<List<X509Certificate>> kept = cache.get(name).map(one -> parse(one.content()));
        if (kept.isPresent() && Issuers.find(certificate, kept.get(), at).isPresent()) {
            return kept.get();
        }
        if (!settings.online() || !settings.fetchIssuers()) {
            return List.of();
        }
        try {
            byte[] content = http.certificates(address);
            List<X509Certificate> fetched = parse(content);
            if (Issuers.find(certificate, fetched, at).isPresent()) {
                cache.put(name, content, at);
            }
            return fetched;
        } catch (NoEvidence e) {
            return List.of();
        }
    }

    /** DER, PEM or PKCS #7 without signature; anything else holds no certificate. */
    private static List<X509Certificate> parse(byte[] content) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content)).stream()
                    .limit(MAX_FETCHED)
                    .forEach(certificate -> found.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            return List.of();
        }
        return found;
    }

    @Override
    public void close() {
        http.close();
    }
}
