package id.espm.signer.verify;

import id.espm.signer.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A second judge's opinion on one signature (ETSI EN 319 102-1).
 *
 * @param verdict    its indication and sub-indication
 * @param judgedAt   the time of judgement: now, the time that was asked for, or that of the signature's timestamp
 * @param format     the form and level that it sees, such as {@code PAdES-BASELINE-LT}
 * @param chain      the certificates from the signer's to the anchor, as far as it could be built
 * @param timestamps each timestamp in or over the signature
 * @param words      its reasons and warnings in its own words, English; empty where it has none
 */
public record SignatureOpinion(
        Verdict verdict,
        Instant judgedAt,
        String format,
        List<ChainLink> chain,
        List<Timestamp> timestamps,
        List<String> words) {
    public SignatureOpinion {
        chain = List.copyOf(chain);
        timestamps = List.copyOf(timestamps);
        words = List.copyOf(words);
    }

    /**
     * One certificate of a chain.
     *
     * @param name       its subject's common name
     * @param serial     its serial number, in hexadecimal digits
     * @param notBefore  since when it is valid
     * @param notAfter   until when
     * @param anchor     whether it is trusted for itself
     * @param revocation what is known of its revocation; nothing where nobody said anything
     */
    public record ChainLink(
            String name,
            String serial,
            Instant notBefore,
            Instant notAfter,
            boolean anchor,
            Optional<RevocationWord> revocation) {}

    /**
     * What an OCSP responder or a CRL says of a certificate.
     *
     * @param source     {@code OCSP} or {@code CRL}
     * @param inFile     whether it stands in the file, rather than having been asked for now
     * @param producedAt when it was said
     * @param revokedAt  since when the certificate is revoked, if it is
     * @param reason     why, in the words of RFC 5280, 5.3.1, such as {@code KEY_COMPROMISE}; empty where it is not revoked or no reason is given
     */
    public record RevocationWord(
            String source, boolean inFile, Instant producedAt, Optional<Instant> revokedAt, String reason) {}

    /**
     * One timestamp.
     *
     * @param kind      what it is over, such as {@code SIGNATURE_TIMESTAMP} or {@code DOCUMENT_TIMESTAMP}
     * @param time      what it says
     * @param authority whose it is; empty where its certificate is unknown
     * @param verdict   whether it proves its time
     */
    public record Timestamp(String kind, Instant time, String authority, Verdict verdict) {}
}
