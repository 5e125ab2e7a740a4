package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.EvidenceCache;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.evidence.ServiceAddresses;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * OCSP (RFC 6960). An answer counts if the issuer or its responder signed it, if it is about the certificate, and if it is
 * fresh. A withdrawal that is final counts however old its answer is, for nothing undoes it.
 */
final class OcspService implements RevocationService {
    private static final List<String> STATUS =
            List.of("successful", "malformedRequest", "internalError", "tryLater", "4", "sigRequired", "unauthorized");

    private final EvidenceHttp http;
    private final RevocationSettings settings;
    private final SecureRandom random = new SecureRandom();

    OcspService(EvidenceHttp http, RevocationSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public List<URI> addresses(Question question) {
        return ServiceAddresses.of(question.certificate()).ocsp();
    }

    @Override
    public String key(URI address, Question question) {
        return "ocsp-" + EvidenceCache.name(address, question.issuer(), question.certificate());
    }

    @Override
    public Answer ask(URI address, Question question) throws NoEvidence {
        OcspQuery query = new OcspQuery(question, random);
        byte[] content = http.ocsp(address, query.encoded());
        return new Answer(check(content, question, Optional.of(query)), content);
    }

    @Override
    public Revocation check(byte[] kept, Question question) throws NoEvidence {
        return check(kept, question, Optional.empty());
    }

    private Revocation check(byte[] content, Question question, Optional<OcspQuery> query) throws NoEvidence {
        try {
            BasicOCSPResp answer = parse(content);
            OcspSigner.require(answer, question);
            SingleResp single = about(answer, question);
            Revocation revocation = read(single.getCertStatus());
            if (revocation instanceof Revocation.Revoked revoked
                    && !revoked.reason().equals(ReasonName.HOLD)) {
                return revocation;
            }
            if (query.isPresent() && query.get().contradicts(answer)) {
                throw new NoEvidence(RevocationGap.WRONG_NONCE, "");
            }
            Freshness.of(single.getThisUpdate(), single.getNextUpdate()).require(question.at(), settings);
            return revocation;
        } catch (IOException | OCSPException | RuntimeException e) {
            // For structures of the wrong shape the library throws whatever it stumbles over.
            throw new NoEvidence(RevocationGap.MALFORMED, "OCSP", e);
        }
    }

    private static BasicOCSPResp parse(byte[] content) throws IOException, OCSPException, NoEvidence {
        OCSPResp response = new OCSPResp(content);
        int status = response.getStatus();
        if (status != OCSPResp.SUCCESSFUL) {
            String name = status >= 0 && status < STATUS.size() ? STATUS.get(status) : Integer.toString(status);
            throw new NoEvidence(RevocationGap.NOT_TOLD, name);
        }
        if (response.getResponseObject() instanceof BasicOCSPResp basic) {
            return basic;
        }
        throw new NoEvidence(RevocationGap.MALFORMED, "no basic OCSP response");
    }

    private static SingleResp about(BasicOCSPResp answer, Question question) throws NoEvidence {
        return Arrays.stream(answer.getResponses())
                .filter(single -> names(single.getCertID(), question))
                .findFirst()
                .orElseThrow(() -> new NoEvidence(RevocationGap.WRONG_NONCE, "about another certificate"));
    }

    /** By whatever hash the responder names the issuer. */
    private static boolean names(CertificateID id, Question question) {
        try {
            X509CertificateHolder issuer = new JcaX509CertificateHolder(question.issuer());
            return id.getSerialNumber().equals(question.certificate().getSerialNumber())
                    && id.matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build());
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            return false;
        }
    }

    /** @param status null stands for good, as the library has it */
    private static Revocation read(@Nullable CertificateStatus status) throws NoEvidence {
        if (status == null) {
            return new Revocation.Good();
        }
        if (status instanceof RevokedStatus revoked) {
            int reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : CRLReason.unspecified;
            return new Revocation.Revoked(revoked.getRevocationTime().toInstant(), ReasonName.of(reason));
        }
        throw new NoEvidence(RevocationGap.NOT_TOLD, "unknown");
    }
}
