package id.espm.sandbox.ca.service;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedCertificate;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
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
    private final WrongSigners wrong;

    public OcspResponder(CertificateAuthority ca) {
        this.ca = ca;
        this.wrong = new WrongSigners(ca);
    }

    /**
     * Answers one request; never throws for what stands in it.
     *
     * @param request DER of an OCSPRequest
     * @return DER of an OCSPResponse: the status of each certificate; {@code malformedRequest}; or {@code unauthorized}
     *     when the first certificate asked for is of another CA
     */
    public byte[] answer(byte[] request) {
        return answer(request, Optional.empty());
    }

    /** Answers one request in a way that is wrong. */
    public byte[] answer(byte[] request, Optional<OcspFault> fault) {
        try {
            return answer(parse(request), fault).getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("Cannot make an OCSP answer", e);
        }
    }

    private OCSPResp answer(Optional<OCSPReq> request, Optional<OcspFault> fault)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        if (request.isEmpty() || request.get().getRequestList().length == 0) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null);
        }
        Optional<Issuer> issuer = issuerOf(request.get().getRequestList()[0].getCertID());
        if (issuer.isEmpty()) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.UNAUTHORIZED, null);
        }
        if (fault.equals(Optional.of(OcspFault.TRY_LATER))) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null);
        }
        return answer(request.get(), issuer.get(), fault);
    }

    private OCSPResp answer(OCSPReq request, Issuer issuer, Optional<OcspFault> fault)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        IssuedKey responder = signer(issuer, fault);
        X509CertificateHolder certificate = new JcaX509CertificateHolder(responder.certificate());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()));
        Instant from = ca.clock().instant().truncatedTo(ChronoUnit.SECONDS).plus(shift(fault));
        boolean endless = fault.equals(Optional.of(OcspFault.NO_NEXT_UPDATE));
        for (Req asked : request.getRequestList()) {
            answer.addResponse(
                    fault.equals(Optional.of(OcspFault.OTHER_CERTIFICATE))
                            ? other(asked.getCertID())
                            : asked.getCertID(),
                    statusOf(asked.getCertID(), issuer),
                    Date.from(from),
                    endless ? null : Date.from(from.plus(LIFETIME)));
        }
        Optional<Extension> nonce = nonce(request, fault);
        if (nonce.isPresent()) {
            answer.setResponseExtensions(new Extensions(nonce.get()));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder("SHA256withRSA").build(responder.privateKey()),
                                new X509CertificateHolder[] {certificate},
                                Date.from(from)));
    }

    private IssuedKey signer(Issuer issuer, Optional<OcspFault> fault) {
        if (fault.equals(Optional.of(OcspFault.FORGED))) {
            return wrong.impostor(issuer);
        }
        return fault.equals(Optional.of(OcspFault.FORGED_BY_UNDELEGATED)) ? wrong.undelegated() : ca.ocspSigner(issuer);
    }

    private static Duration shift(Optional<OcspFault> fault) {
        if (fault.equals(Optional.of(OcspFault.STALE))) {
            return Duration.ofDays(-2);
        }
        return fault.equals(Optional.of(OcspFault.FROM_THE_FUTURE)) ? Duration.ofDays(1) : Duration.ZERO;
    }

    private static CertificateID other(CertificateID asked) {
        return CertificateID.deriveCertificateID(asked, asked.getSerialNumber().xor(BigInteger.TWO));
    }

    private static Optional<Extension> nonce(OCSPReq request, Optional<OcspFault> fault) {
        if (fault.equals(Optional.of(OcspFault.NO_NONCE))) {
            return Optional.empty();
        }
        Optional<Extension> asked = Optional.ofNullable(request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
        return fault.equals(Optional.of(OcspFault.WRONG_NONCE)) ? Optional.of(anotherNonce()) : asked;
    }

    private static Extension anotherNonce() {
        byte[] random = new byte[16];
        RandomGenerator.getDefault().nextBytes(random);
        try {
            return new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(random).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot encode a nonce", e);
        }
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
