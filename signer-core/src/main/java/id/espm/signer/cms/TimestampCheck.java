package id.espm.signer.cms;

import id.espm.signer.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Checks TimeStampTokens (RFC 3161 §2.4.2): of the right bytes, signed by a certificate for timestamps alone that the token
 * names and that was valid at its time. Trust in the certificate is not judged here.
 */
public final class TimestampCheck {
    /** By their object identifiers; what is older proves nothing any more. */
    private static final Set<String> STRONG =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    private TimestampCheck() {}

    /** The stamped bytes, opened afresh. */
    public interface Stamped {
        InputStream open() throws IOException;
    }

    /**
     * Checks a timestamp over bytes that stand elsewhere, as in a PDF.
     *
     * @param token   a ContentInfo
     * @param stamped what it must be of
     * @throws IOException if the bytes cannot be read; never for a bad timestamp
     */
    public static CmsTimestamp check(byte[] token, Stamped stamped) throws IOException {
        TimeStampToken parsed;
        try {
            parsed = Malformed.guard(() -> parse(token));
        } catch (Malformed e) {
            return CmsTimestamp.broken(String.valueOf(e.getMessage()));
        }
        String algorithm = parsed.getTimeStampInfo().getMessageImprintAlgOID().getId();
        if (!STRONG.contains(algorithm)) {
            return CmsTimestamp.notAnalysed(algorithm);
        }
        byte[] imprint = hash(algorithm, stamped);
        return check(parsed, imprint, List.of());
    }

    /** Checks a timestamp over bytes at hand. */
    static CmsTimestamp check(byte[] token, byte[] stamped, List<X509Certificate> more) {
        try {
            TimeStampToken parsed = Malformed.guard(() -> parse(token));
            String algorithm =
                    parsed.getTimeStampInfo().getMessageImprintAlgOID().getId();
            if (!STRONG.contains(algorithm)) {
                return CmsTimestamp.notAnalysed(algorithm);
            }
            return check(parsed, hash(algorithm, () -> new ByteArrayInputStream(stamped)), more);
        } catch (Malformed | IOException e) {
            return CmsTimestamp.broken(String.valueOf(e.getMessage()));
        }
    }

    static TimeStampToken parse(byte[] token) throws IOException, CMSException {
        try {
            return new TimeStampToken(new CMSSignedData(token));
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    private static byte[] hash(String algorithm, Stamped stamped) throws IOException {
        try (InputStream in = stamped.open()) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }

    /** @param more certificates from around the token, for one that brings none along */
    static CmsTimestamp check(TimeStampToken token, byte[] imprint, List<X509Certificate> more) {
        if (!MessageDigest.isEqual(imprint, token.getTimeStampInfo().getMessageImprintDigest())) {
            return CmsTimestamp.broken("imprint");
        }
        try {
            List<X509Certificate> bag = certificates(token);
            Optional<X509Certificate> signer = signer(token, bag).or(() -> signer(token, more));
            if (signer.isEmpty()) {
                return CmsTimestamp.broken("certificate");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer.get()));
            return new CmsTimestamp(
                    Verdict.valid(),
                    Optional.of(token.getTimeStampInfo().getGenTime().toInstant()),
                    signer,
                    bag);
        } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
            // Bouncy Castle answers hostile bytes with exceptions of many kinds, unchecked ones among them.
            return CmsTimestamp.broken(String.valueOf(e.getMessage()));
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            found.add(converter.getCertificate(holder));
        }
        return found;
    }

    private static Optional<X509Certificate> signer(TimeStampToken token, List<X509Certificate> candidates) {
        for (X509Certificate candidate : candidates) {
            try {
                if (token.getSID().match(new JcaX509CertificateHolder(candidate))) {
                    return Optional.of(candidate);
                }
            } catch (CertificateException e) {
                throw new IllegalStateException("a certificate that was read can be encoded", e);
            }
        }
        return Optional.empty();
    }
}
