package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.EvidenceCache;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.evidence.ServiceAddresses;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Lists of what was revoked (RFC 5280 §6.3), complete ones that the issuer signs itself. A withdrawal that is final counts
 * however old its list is, for nothing undoes it.
 */
final class CrlService implements RevocationService {
    private static final int CRL_SIGN = 6;
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD_OF_AN_ENTRY =
            Set.of(Extension.reasonCode, Extension.invalidityDate);

    private final EvidenceHttp http;
    private final RevocationSettings settings;

    CrlService(EvidenceHttp http, RevocationSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public List<URI> addresses(Question question) {
        return ServiceAddresses.of(question.certificate()).crl();
    }

    @Override
    public String key(URI address, Question question) {
        return "crl-" + EvidenceCache.name(address, question.issuer(), question.issuer());
    }

    @Override
    public Answer ask(URI address, Question question) throws NoEvidence {
        byte[] content = http.crl(address);
        return new Answer(check(content, question), content);
    }

    @Override
    public Revocation check(byte[] content, Question question) throws NoEvidence {
        try {
            X509CRLHolder list = new X509CRLHolder(content);
            requireSigned(list, question);
            CrlScope.require(list, question.certificate());
            Revocation revocation = read(list, question);
            if (revocation instanceof Revocation.Revoked revoked
                    && !revoked.reason().equals(ReasonName.HOLD)) {
                return revocation;
            }
            Freshness.of(list.getThisUpdate(), list.getNextUpdate()).require(question.at(), settings);
            return revocation;
        } catch (IOException | CertificateEncodingException | RuntimeException e) {
            // For structures of the wrong shape the library throws whatever it stumbles over.
            throw new NoEvidence(RevocationGap.MALFORMED, "CRL", e);
        }
    }

    private static void requireSigned(X509CRLHolder list, Question question)
            throws NoEvidence, CertificateEncodingException {
        boolean named = list.getIssuer().equals(new JcaX509CertificateHolder(question.issuer()).getSubject());
        if (!named) {
            throw new NoEvidence(RevocationGap.NOT_TOLD, "CRL of another issuer: " + list.getIssuer());
        }
        boolean[] usage = question.issuer().getKeyUsage();
        boolean signed = (usage == null || usage[CRL_SIGN])
                && EvidenceSignature.holds(
                        list.toASN1Structure().getSignatureAlgorithm().getAlgorithm(),
                        question.issuer().getPublicKey(),
                        list::isSignatureValid);
        if (!signed) {
            throw new NoEvidence(RevocationGap.FORGED, list.getIssuer().toString());
        }
    }

    private static Revocation read(X509CRLHolder list, Question question) throws NoEvidence {
        X509CRLEntryHolder entry =
                list.getRevokedCertificate(question.certificate().getSerialNumber());
        if (entry == null) {
            return new Revocation.Good();
        }
        for (Object critical : entry.getCriticalExtensionOIDs()) {
            if (!UNDERSTOOD_OF_AN_ENTRY.contains(critical)) {
                throw new NoEvidence(RevocationGap.NOT_TOLD, "critical extension of a CRL entry: " + critical);
            }
        }
        int reason = reason(entry);
        // An entry that lifts a hold (RFC 5280 §5.3.1).
        return reason == CRLReason.removeFromCRL
                ? new Revocation.Good()
                : new Revocation.Revoked(entry.getRevocationDate().toInstant(), ReasonName.of(reason));
    }

    private static int reason(X509CRLEntryHolder entry) {
        Extension reason = entry.getExtension(Extension.reasonCode);
        return reason == null
                ? CRLReason.unspecified
                : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
    }
}
