package id.espm.signer.timestamp;

import id.espm.signer.DigestAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/** One TimeStampReq and what its answer must be (RFC 3161 §2.4). */
final class TimestampQuery {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final long NANOS_PER_MICRO = 1000;

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
        private final boolean mayPass;

        private BadAnswer(String detail, @Nullable Throwable cause) {
            super(detail, cause);
            this.refused = false;
            this.mayPass = false;
        }

        private BadAnswer(TimeStampResponse rejection) {
            super(RejectedRequest.text(rejection));
            this.refused = true;
            this.mayPass = RejectedRequest.mayPass(rejection);
        }

        /** Whether the authority itself said no, in a sound answer. */
        boolean refused() {
            return refused;
        }

        /** Whether it may say yes a little later. */
        boolean mayPass() {
            return mayPass;
        }
    }

    /**
     * A token that was checked.
     *
     * @param token    in DER
     * @param genTime  its time
     * @param accuracy how far that may be off, as far as the token says
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Granted(byte[] token, Instant genTime, Duration accuracy) {}

    /**
     * Checks an answer (RFC 3161 §2.4.2, RFC 5816): granted; a TSTInfo of version 1 for this imprint, nonce and policy,
     * without a critical extension; signed by one certificate that came along, is the one whose hash the token names, was
     * valid at its time, and is for timestamps alone by a critical extendedKeyUsage (§2.3).
     */
    Granted granted(byte[] answer) throws BadAnswer {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            if (response.getStatus() != PKIStatus.GRANTED && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
                throw new BadAnswer(response);
            }
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            requireSupported(token.getTimeStampInfo().toASN1Structure());
            requireSignedByAuthority(token);
            TimeStampTokenInfo info = token.getTimeStampInfo();
            return new Granted(
                    token.getEncoded(ASN1Encoding.DER), info.getGenTime().toInstant(), accuracy(info));
        } catch (TSPException | IOException | CertificateException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers hostile bytes with exceptions of many kinds, unchecked ones among them.
            throw new BadAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireSupported(TSTInfo info) throws TSPException {
        if (!info.getVersion().hasValue(1)) {
            throw new TSPException("TSTInfo is not of version 1");
        }
        Extensions extensions = info.getExtensions();
        if (extensions != null && extensions.getCriticalExtensionOIDs().length > 0) {
            throw new TSPException("TSTInfo has a critical extension");
        }
    }

    /** Several certificates may claim the signer's name and number; the token names one of them by its hash. */
    @SuppressWarnings("unchecked") // SignerId selects certificates only
    private static void requireSignedByAuthority(TimeStampToken token)
            throws TSPException, CertificateException, OperatorCreationException {
        Collection<X509CertificateHolder> matches = token.getCertificates().getMatches(token.getSID());
        TSPException last = new TSPException("no certificate of the signer came along");
        for (X509CertificateHolder match : matches) {
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(match);
            try {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
                requireMaySign(certificate);
                return;
            } catch (TSPException e) {
                last = e;
            }
        }
        throw last;
    }

    private static void requireMaySign(X509Certificate certificate) throws TSPException {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw new TSPException("the key usage of the authority's certificate allows no signature");
        }
    }

    private static Duration accuracy(TimeStampTokenInfo info) {
        GenTimeAccuracy accuracy = info.getGenTimeAccuracy();
        return accuracy == null
                ? Duration.ZERO
                : Duration.ofSeconds(accuracy.getSeconds())
                        .plusMillis(accuracy.getMillis())
                        .plusNanos(accuracy.getMicros() * NANOS_PER_MICRO);
    }
}
