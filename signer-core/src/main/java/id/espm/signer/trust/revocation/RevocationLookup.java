package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.EvidenceCache;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.Issuers;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the services that a certificate names whether it was revoked: OCSP first (RFC 6960), the CRL where OCSP tells nothing
 * that could be relied on (RFC 5280 §6.3). Every answer is checked against the issuer and kept for a while; offline, a kept one
 * serves for as long as it says. Whether the issuer is to be trusted is another question. Several threads may use one.
 */
public final class RevocationLookup implements AutoCloseable {
    /** The least telling first. */
    private static final List<RevocationGap> BY_WEIGHT = List.of(
            RevocationGap.NO_ADDRESS,
            RevocationGap.NOT_ASKED,
            RevocationGap.UNREACHABLE,
            RevocationGap.MALFORMED,
            RevocationGap.NOT_TOLD,
            RevocationGap.STALE,
            RevocationGap.WRONG_NONCE,
            RevocationGap.FORGED);

    /** A missing network, or one that lets nobody out before a login, is no reason to forget what is known. */
    private static final Set<RevocationGap> OFFLINE =
            Set.of(RevocationGap.NOT_ASKED, RevocationGap.UNREACHABLE, RevocationGap.MALFORMED);

    private final RevocationSettings settings;
    private final EvidenceHttp http;
    private final EvidenceCache cache;
    private final List<RevocationService> services;

    /** A lookup that goes by these settings for as long as it lives. */
    public RevocationLookup(RevocationSettings settings) {
        this.settings = settings;
        this.http = new EvidenceHttp(settings);
        this.cache = new EvidenceCache(settings.cacheFolder());
        this.services = List.of(new OcspService(http, settings), new CrlService(http, settings));
    }

    /**
     * Asks about one certificate.
     *
     * @param candidates certificates among which its issuer may be; others do no harm
     * @param at         now, by the caller's clock
     */
    public Revocation ask(X509Certificate certificate, Collection<X509Certificate> candidates, Instant at) {
        Optional<X509Certificate> issuer = Issuers.find(certificate, candidates, at);
        if (issuer.isEmpty()) {
            String name = Issuers.name(certificate.getIssuerX500Principal());
            return new Revocation.Unknown(RevocationGap.NO_ISSUER, name);
        }
        Question question = new Question(certificate, issuer.get(), at);
        Revocation told = new Revocation.Unknown(RevocationGap.NO_ADDRESS, "");
        for (RevocationService service : services) {
            for (URI address : service.addresses(question)) {
                told = better(told, ask(service, address, question));
                if (!(told instanceof Revocation.Unknown)) {
                    return told;
                }
            }
        }
        return told;
    }

    private Revocation ask(RevocationService service, URI address, Question question) {
        String name = service.key(address, question);
        Optional<EvidenceCache.Kept> kept = cache.get(name);
        Optional<Revocation> known = kept.flatMap(one -> check(service, name, one, question));
        boolean recent =
                kept.filter(one -> one.isRecent(question.at(), settings)).isPresent();
        if (known.isPresent() && recent) {
            return known.get();
        }
        try {
            if (!settings.online()) {
                throw new NoEvidence(RevocationGap.NOT_ASKED, "");
            }
            RevocationService.Answer answer = service.ask(address, question);
            cache.put(name, answer.content(), question.at());
            return answer.revocation();
        } catch (NoEvidence e) {
            return OFFLINE.contains(e.gap()) ? known.orElseGet(() -> unknown(e)) : unknown(e);
        }
    }

    /** What a kept answer says; one that no longer holds is thrown away. */
    private Optional<Revocation> check(
            RevocationService service, String name, EvidenceCache.Kept kept, Question question) {
        try {
            return Optional.of(service.check(kept.content(), question));
        } catch (NoEvidence e) {
            cache.drop(name);
            return Optional.empty();
        }
    }

    private static Revocation unknown(NoEvidence why) {
        return new Revocation.Unknown(why.gap(), why.detail());
    }

    private static Revocation better(Revocation before, Revocation now) {
        return now instanceof Revocation.Unknown
                ? Stream.of(before, now)
                        .max(Comparator.comparingInt(RevocationLookup::weight))
                        .orElse(now)
                : now;
    }

    private static int weight(Revocation told) {
        return told instanceof Revocation.Unknown unknown ? BY_WEIGHT.indexOf(unknown.gap()) : BY_WEIGHT.size();
    }

    @Override
    public void close() {
        http.close();
    }
}
