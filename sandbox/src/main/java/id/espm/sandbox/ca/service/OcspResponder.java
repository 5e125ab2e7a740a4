package id.espm.sandbox.ca.service;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedCertificate;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.RevocationReason;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Answers from the CA's register (RFC 6960). Each of the two authorities has delegated a responder of its own; a nonce
 * is echoed.
 */
public final class OcspResponder {
    /** How long an answer is said to hold. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final CertificateAuthority ca;

    public OcspResponder(CertificateAuthority ca) {
        this.ca = ca;
    }

    /**
     * Answers one request; never throws for what stands in it.
     *
     * @param request DER of an OCSPRequest
     * @return DER of an OCSPResponse: the status of each certificate; {@code malformedRequest}; or {@code unauthorized}
     *     when the first certificate asked for is of another CA
     */
    public byte[] answer(byte[] request) {
        try {
            return answer(parse(request)).getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("Cannot make an OCSP answer", e);
        }
    }

    private OCSPResp answer(Optional<OCSPReq> request)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        if (request.isEmpty() || request.get().getRequestList().length == 0) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null);
        }
        Optional<Issuer> issuer = issuerOf(request.get().getRequestList()[0].getCertID());
        if (issuer.isEmpty()) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.UNAUTHORIZED, null);
        }
        return answer(request.get(), issuer.get());
    }

    private OCSPResp answer(OCSPReq request, Issuer issuer)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        IssuedKey responder = ca.ocspSigner(issuer);
        X509CertificateHolder certificate = new JcaX509CertificateHolder(responder.certificate());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()));
        Instant now = ca.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        for (Req asked : request.getRequestList()) {
            answer.addResponse(
                    asked.getCertID(),
                    statusOf(asked.getCertID(), issuer),
                    Date.from(now),
                    Date.from(now.plus(LIFETIME)));
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder("SHA256withRSA").build(responder.privateKey()),
                                new X509CertificateHolder[] {certificate},
                                Date.from(now)));
    }

    private CertificateStatus statusOf(CertificateID asked, Issuer issuer)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        if (!issuerOf(asked).equals(Optional.of(issuer))) {
            return new UnknownStatus();
        }
        Optional<IssuedCertificate> entry = ca.find(issuer, asked.getSerialNumber());
        if (entry.isEmpty()) {
            return new UnknownStatus();
        }
        return entry.get().revocation().map(OcspResponder::revoked).orElse(CertificateStatus.GOOD);
    }

    /** RFC 5280, section 5.3.1: "unspecified" is said by leaving the reason out. */
    private static CertificateStatus revoked(IssuedCertificate.Revocation revocation) {
        CRLReason reason = revocation.reason() == RevocationReason.UNSPECIFIED
                ? null
                : CRLReason.lookup(revocation.reason().code());
        return new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(Date.from(revocation.at())), reason));
    }

    private Optional<Issuer> issuerOf(CertificateID asked)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        for (Issuer issuer : Issuer.values()) {
            if (matches(asked, new JcaX509CertificateHolder(ca.authority(issuer).certificate()), digests)) {
                return Optional.of(issuer);
            }
        }
        return Optional.empty();
    }

    /** A hash that this runtime does not know matches nobody. */
    private static boolean matches(
            CertificateID asked, X509CertificateHolder issuer, DigestCalculatorProvider digests) {
        try {
            return asked.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            return false;
        }
    }

    private static Optional<OCSPReq> parse(byte[] request) {
        try {
            OCSPReq parsed = new OCSPReq(request);
            // Some defects show only when the parts are looked at.
            for (Req asked : parsed.getRequestList()) {
                asked.getCertID().getSerialNumber();
            }
            return Optional.of(parsed);
        } catch (IOException | RuntimeException e) {
            // For structures of the wrong shape the library throws whatever it stumbles over.
            return Optional.empty();
        }
    }
}
