package id.espm.signer.trust;

import id.espm.signer.Finding;
import id.espm.signer.Problem.IssuerNotTrusted.ChainGap;
import id.espm.signer.Verdict;
import id.espm.signer.trust.evidence.Issuers;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * Whether a certificate leads to a trust anchor (RFC 5280 §6) at a time. An anchor counts only while it is valid itself: one
 * that has expired vouches for a signature of its own days, not for one of today. Revocation is not looked up here: that a chain holds
 * says nothing of a certificate withdrawn since.
 */
public final class CertificateTrust {
    private final TrustAnchors anchors;

    /** Trust in what leads to these anchors. */
    public CertificateTrust(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /**
     * Judges one certificate.
     *
     * @param others certificates that may stand between it and an anchor; none of them is trusted for that
     * @param at     the time at which the chain must hold
     * @return valid, or indeterminate with NO_CERTIFICATE_CHAIN_FOUND, OUT_OF_BOUNDS_NO_POE or
     *     CERTIFICATE_CHAIN_GENERAL_FAILURE
     */
    public Verdict judge(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            return new Verdict.Indeterminate(Finding.of(Finding.Kind.OUT_OF_BOUNDS_NO_POE));
        }
        if (anchors.certificates().isEmpty()) {
            return new Verdict.Indeterminate(Finding.of(Finding.Kind.NO_CERTIFICATE_CHAIN_FOUND));
        }
        try {
            path(anchorsAt(at), certificate, others, at);
            return Verdict.valid();
        } catch (CertPathBuilderException e) {
            return new Verdict.Indeterminate(
                    leadsToAnAnchorOutOfDate(certificate, others, at)
                            ? new Finding(Finding.Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE, "EXPIRED")
                            : explain(e));
        } catch (GeneralSecurityException e) {
            return new Verdict.Indeterminate(
                    new Finding(Finding.Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE, String.valueOf(e.getMessage())));
        }
    }

    /**
     * Judges the issuers of a certificate that is itself valid at that time, and says where their chain ends.
     *
     * @param others certificates that may stand between it and an anchor; none of them is trusted for that
     * @param at     the time at which the chain must hold
     */
    public ChainVerdict examine(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        try {
            return new ChainVerdict.Trusted(path(anchorsAt(at), certificate, others, at));
        } catch (GeneralSecurityException e) {
            return gap(certificate, others, at);
        }
    }

    private ChainVerdict.Untrusted gap(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        Set<X509Certificate> candidates = new LinkedHashSet<>(anchors.certificates());
        candidates.addAll(others);
        List<X509Certificate> walked = Issuers.walk(certificate, candidates, at);
        X509Certificate last = walked.getLast();
        if (walked.stream().anyMatch(anchors.certificates()::contains)) {
            Optional<X509Certificate> outOfDate = walked.stream()
                    .skip(1)
                    .filter(one -> !Issuers.isValid(one, at))
                    .findFirst();
            return outOfDate
                    .map(one -> untrusted(one.getSubjectX500Principal(), ChainGap.ISSUER_OUT_OF_DATE))
                    .orElseGet(() -> untrusted(certificate.getIssuerX500Principal(), ChainGap.CHAIN_BROKEN));
        }
        if (Issuers.isSelfSigned(last)) {
            return untrusted(last.getSubjectX500Principal(), ChainGap.UNKNOWN_ISSUER);
        }
        boolean namesake = candidates.stream().anyMatch(candidate -> Issuers.bearsIssuersName(candidate, last));
        return untrusted(
                last.getIssuerX500Principal(), namesake ? ChainGap.CHAIN_BROKEN : ChainGap.INTERMEDIATE_MISSING);
    }

    private static ChainVerdict.Untrusted untrusted(X500Principal issuer, ChainGap gap) {
        return new ChainVerdict.Untrusted(Issuers.name(issuer), gap);
    }

    /** The platform's own check looks at the dates of every certificate but the anchor's. */
    private Set<X509Certificate> anchorsAt(Instant at) {
        return anchors.certificates().stream()
                .filter(anchor -> Issuers.isValid(anchor, at))
                .collect(Collectors.toSet());
    }

    private boolean leadsToAnAnchorOutOfDate(
            X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        Set<X509Certificate> usable = anchorsAt(at);
        if (usable.size() == anchors.certificates().size()) {
            return false;
        }
        try {
            path(anchors.certificates(), certificate, others, at);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> path(
            Set<X509Certificate> trusted, X509Certificate certificate, Collection<X509Certificate> others, Instant at)
            throws GeneralSecurityException {
        if (trusted.contains(certificate)) {
            return List.of(certificate);
        }
        if (trusted.isEmpty()) {
            throw new CertPathBuilderException("no anchor");
        }
        CertPathBuilderResult built =
                CertPathBuilder.getInstance("PKIX").build(parameters(trusted, certificate, others, at));
        List<X509Certificate> path = new ArrayList<>();
        built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
        if (built instanceof PKIXCertPathBuilderResult result) {
            Optional.ofNullable(result.getTrustAnchor().getTrustedCert()).ifPresent(path::add);
        }
        return path;
    }

    private static PKIXBuilderParameters parameters(
            Set<X509Certificate> trusted, X509Certificate certificate, Collection<X509Certificate> others, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                trusted.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), target);
        Set<X509Certificate> candidates = new HashSet<>(others);
        candidates.add(certificate);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        return parameters;
    }

    private static Finding explain(CertPathBuilderException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertPathValidatorException failure
                    && failure.getReason() != CertPathValidatorException.BasicReason.UNSPECIFIED) {
                return new Finding(
                        Finding.Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE,
                        failure.getReason().toString());
            }
        }
        return Finding.of(Finding.Kind.NO_CERTIFICATE_CHAIN_FOUND);
    }
}
