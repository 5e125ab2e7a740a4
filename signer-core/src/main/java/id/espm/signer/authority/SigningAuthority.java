package id.espm.signer.authority;

import id.espm.signer.Caution;
import id.espm.signer.Problem;
import id.espm.signer.Problem.IssuerNotTrusted.ChainGap;
import id.espm.signer.RevocationGap;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.trust.CertificateTrust;
import id.espm.signer.trust.ChainVerdict;
import id.espm.signer.trust.IssuerSearch;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.revocation.Revocation;
import id.espm.signer.trust.revocation.RevocationLookup;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one verdict on whether an official may sign with a certificate (ADR-0011). Asks over the network, if at all, only about a
 * certificate that is valid and whose issuer is not refused. Several threads may use one.
 */
public final class SigningAuthority implements AutoCloseable {
    private static final Revocation NOT_ASKED = new Revocation.Unknown(RevocationGap.NOT_ASKED, "");
    private static final Set<RevocationGap> NOBODY_TO_ASK = Set.of(RevocationGap.NO_ADDRESS, RevocationGap.NO_ISSUER);

    private final TrustAnchors anchors;
    private final SigningPolicy policy;
    private final CertificateTrust trust;
    private final IssuerSearch issuers;
    private final RevocationLookup lookup;

    /**
     * @param anchors    whom to trust; none: issuers are not judged
     * @param revocation how to ask, and whether
     */
    public SigningAuthority(TrustAnchors anchors, RevocationSettings revocation, SigningPolicy policy) {
        this.anchors = anchors;
        this.policy = policy;
        this.trust = new CertificateTrust(anchors);
        this.issuers = new IssuerSearch(revocation);
        this.lookup = new RevocationLookup(revocation);
    }

    /** Whom it trusts. */
    public TrustAnchors anchors() {
        return anchors;
    }

    /** Looks at everything that can be looked at; an objection does not hide another. */
    public Assessment assess(AssessmentRequest request) {
        Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            outcomes.put(check, new Outcome.NotChecked());
        }
        outcomes.put(Check.VALIDITY, validity(request.certificate(), request.at()));
        outcomes.put(Check.KEY_USAGE, KeyPurpose.of(request.certificate()));
        request.registration().ifPresent(known -> register(outcomes, request, known));
        if (outcomes.get(Check.VALIDITY) instanceof Outcome.Refused) {
            outcomes.put(Check.STRENGTH, Strength.of(List.of(request.certificate())));
            return Assessment.of(outcomes, request.chain(), NOT_ASKED, policy);
        }
        List<X509Certificate> chain = judgeIssuers(outcomes, request);
        outcomes.put(Check.STRENGTH, Strength.of(chain));
        if (outcomes.get(Check.CHAIN) instanceof Outcome.Refused) {
            return Assessment.of(outcomes, chain, NOT_ASKED, policy);
        }
        Revocation revocation = lookup.ask(request.certificate(), chain, request.at());
        outcomes.put(Check.REVOCATION, revocation(revocation));
        if (!(revocation instanceof Revocation.Unknown unknown && unknown.gap() == RevocationGap.UNREACHABLE)) {
            // Where nobody answers about the certificate, waiting for those who answer about its issuers is idle.
            askAboutIssuers(outcomes, chain, request.at());
        }
        return Assessment.of(outcomes, chain, revocation, policy);
    }

    private Outcome validity(X509Certificate certificate, Instant at) {
        Optional<Problem> objection = CertificateUse.objection(certificate, at);
        if (objection.isPresent()
                && objection.get() instanceof Problem.OfKey problem
                && !(problem instanceof Problem.WrongKeyUsage)) {
            return new Outcome.Refused(problem);
        }
        Instant end = certificate.getNotAfter().toInstant();
        Duration left = Duration.between(at, end);
        return left.compareTo(Duration.ofDays(policy.warnDays())) < 0
                ? new Outcome.Cautioned(new Caution.ExpiresSoon(end, left.toDays()))
                : new Outcome.Passed();
    }

    /**
     * Judges the issuers and returns the chain, in which each certificate is signed by the next. Nobody is asked for an issuer as
     * long as those at hand do.
     */
    private List<X509Certificate> judgeIssuers(Map<Check, Outcome> outcomes, AssessmentRequest request) {
        X509Certificate certificate = request.certificate();
        Set<X509Certificate> known = new LinkedHashSet<>(request.chain());
        known.addAll(anchors.certificates());
        List<X509Certificate> chain = issuers.chainAtHand(certificate, known, request.at());
        if (anchors.certificates().isEmpty()) {
            String issuer = CertificateIdentity.of(certificate).issuer();
            outcomes.put(Check.CHAIN, new Outcome.Cautioned(new Caution.IssuerNotJudged(issuer)));
            return chain.size() > 1 ? chain : issuers.chain(certificate, known, request.at());
        }
        ChainVerdict verdict = trust.examine(certificate, known, request.at());
        if (verdict instanceof ChainVerdict.Untrusted) {
            chain = issuers.chain(certificate, known, request.at());
            known.addAll(chain);
            verdict = trust.examine(certificate, known, request.at());
        }
        return switch (verdict) {
            case ChainVerdict.Untrusted untrusted -> {
                outcomes.put(Check.CHAIN, notTrusted(untrusted.issuer(), untrusted.gap()));
                yield chain;
            }
            case ChainVerdict.Trusted trusted -> {
                outcomes.put(Check.CHAIN, new Outcome.Passed());
                yield chain.containsAll(trusted.path()) ? chain : trusted.path();
            }
        };
    }

    private static Outcome notTrusted(String issuer, ChainGap gap) {
        return new Outcome.Refused(new Problem.IssuerNotTrusted(issuer, gap));
    }

    private Outcome revocation(Revocation told) {
        return switch (told) {
            case Revocation.Good good -> new Outcome.Passed();
            case Revocation.Revoked revoked ->
                new Outcome.Refused(new Problem.CertificateRevoked(revoked.at(), revoked.reason()));
            case Revocation.Unknown unknown ->
                switch (policy.revocationUnknown()) {
                    case CAUTION ->
                        new Outcome.Cautioned(new Caution.RevocationUnknown(unknown.gap(), unknown.detail()));
                    case REFUSE -> new Outcome.Refused(new Problem.RevocationNotKnown(unknown.gap(), unknown.detail()));
                };
        };
    }

    /**
     * An issuer that is revoked ends the chain, even one that is an anchor. One of which nobody says anything is told like the
     * certificate itself, unless it is an anchor, for somebody decided to trust it, or names nobody to ask.
     */
    private void askAboutIssuers(Map<Check, Outcome> outcomes, List<X509Certificate> chain, Instant at) {
        for (X509Certificate issuer : chain.subList(1, chain.size())) {
            boolean root = issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal());
            Revocation told = root ? new Revocation.Good() : lookup.ask(issuer, chain, at);
            if (told instanceof Revocation.Revoked) {
                outcomes.put(
                        Check.CHAIN, notTrusted(CertificateIdentity.of(issuer).nama(), ChainGap.ISSUER_REVOKED));
            } else if (told instanceof Revocation.Unknown unknown
                    && !anchors.certificates().contains(issuer)
                    && !NOBODY_TO_ASK.contains(unknown.gap())
                    && outcomes.get(Check.REVOCATION) instanceof Outcome.Passed) {
                outcomes.put(Check.REVOCATION, revocation(unknown));
            }
        }
    }

    private static void register(Map<Check, Outcome> outcomes, AssessmentRequest request, Registration known) {
        String serial = CertificateIdentity.of(request.certificate()).serialHex();
        outcomes.put(Check.REGISTRATION, passIf(known.knows(serial), new Problem.SerialNotRegistered(serial)));
        request.role()
                .ifPresent(role -> outcomes.put(
                        Check.APPOINTMENT,
                        passIf(
                                known.appointments().contains(role),
                                new Problem.NotAppointed(role.jabatan(), role.satker()))));
        known.dsStatus()
                .ifPresent(status -> outcomes.put(
                        Check.DS_STATUS, passIf(Registration.maySign(status), new Problem.DsNotIssued(status))));
    }

    private static Outcome passIf(boolean holds, Problem.OfKey otherwise) {
        return holds ? new Outcome.Passed() : new Outcome.Refused(otherwise);
    }

    @Override
    public void close() {
        issuers.close();
        lookup.close();
    }
}
