package id.espm.signer.timestamp;

import id.espm.signer.DigestAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** One TimeStampReq and what its answer must be (RFC 3161 §2.4). */
final class TimestampQuery {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;

    private final TimeStampRequest request;

    TimestampQuery(DigestAlgorithm algorithm, byte[] imprint, Optional<String> policy) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.ifPresent(oid -> generator.setReqPolicy(new ASN1ObjectIdentifier(oid)));
        BigInteger nonce = new BigInteger(NONCE_BITS, RANDOM).setBit(NONCE_BITS - 1);
        this.request = generator.generate(oid(algorithm), imprint, nonce);
    }

    private static ASN1ObjectIdentifier oid(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }

    byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does not fail", e);
        }
    }

    /** An answer that is no timestamp for this query. */
    static final class BadAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean refused;

        BadAnswer(boolean refused, String detail, Throwable cause) {
            super(detail, cause);
            this.refused = refused;
        }

        BadAnswer(boolean refused, String detail) {
            super(detail);
            this.refused = refused;
        }

        /** Whether the authority itself said no, in a sound answer. */
        boolean refused() {
            return refused;
        }
    }

    /**
     * Checks an answer: granted; for this imprint, nonce and policy; signed by a certificate that came along, is named by
     * the token, was valid at its time, and is for timestamps alone.
     *
     * @return the token
     */
    byte[] token(byte[] answer) throws BadAnswer {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            if (response.getStatus() != PKIStatus.GRANTED && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
                throw new BadAnswer(true, String.valueOf(response.getStatusString()));
            }
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            X509CertificateHolder signer = signer(token);
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signer);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return token.getEncoded(ASN1Encoding.DER);
        } catch (TSPException | IOException | CertificateException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers hostile bytes with exceptions of many kinds, unchecked ones among them.
            throw new BadAnswer(false, String.valueOf(e.getMessage()), e);
        }
    }

    @SuppressWarnings("unchecked") // SignerId selects certificates only
    private static X509CertificateHolder signer(TimeStampToken token) throws TSPException {
        Collection<X509CertificateHolder> matches = token.getCertificates().getMatches(token.getSID());
        if (matches.isEmpty()) {
            throw new TSPException("no certificate of the signer came along");
        }
        return matches.iterator().next();
    }
}
