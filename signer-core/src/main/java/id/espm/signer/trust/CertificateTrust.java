package id.espm.signer.trust;

import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a certificate leads to a trust anchor (RFC 5280 §6) at a time. Revocation is not looked up here: that a chain holds
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
        if (anchors.certificates().contains(certificate)) {
            return Verdict.valid();
        }
        if (anchors.certificates().isEmpty()) {
            return new Verdict.Indeterminate(Finding.of(Finding.Kind.NO_CERTIFICATE_CHAIN_FOUND));
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(certificate, others, at));
            return Verdict.valid();
        } catch (CertPathBuilderException e) {
            return new Verdict.Indeterminate(explain(e));
        } catch (GeneralSecurityException e) {
            return new Verdict.Indeterminate(
                    new Finding(Finding.Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE, String.valueOf(e.getMessage())));
        }
    }

    private PKIXBuilderParameters parameters(
            X509Certificate certificate, Collection<X509Certificate> others, Instant at)
            throws GeneralSecurityException {
        Set<TrustAnchor> trusted = new HashSet<>();
        anchors.certificates().forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
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
