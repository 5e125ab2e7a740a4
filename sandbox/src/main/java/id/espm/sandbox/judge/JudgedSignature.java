package id.espm.sandbox.judge;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What DSS says about one signature. Names that start with {@code claimed} are what the signature says of itself.
 *
 * @param document the file, or {@code file!entry} inside a bundle, that holds the signature
 * @param id DSS's identifier of the signature
 * @param indication {@code TOTAL_PASSED}, {@code INDETERMINATE} or {@code TOTAL_FAILED} (ETSI EN 319 102-1, 5.1.3)
 * @param subIndication e.g. {@code HASH_FAILURE}; empty when passed
 * @param format e.g. {@code PAdES-BASELINE-B}
 * @param intact the signature's value and the hashes of all it covers are right, whoever signed
 * @param signer CN of the signing certificate, as far as one was found
 * @param certificateSerial serial number of the signing certificate
 * @param revocationUnknown the chain leads to an anchor and names responders, but they told no state; another time
 *     they may
 * @param claimedTime signing time that the signature states
 * @param claimedPlace place of signing that the signature states (signer-location, or a PDF's {@code /Location})
 * @param claimedRoles roles that the signature states (signer-attributes-v2), e.g. {@code PPSPM; satker 527010}
 * @param coversWholeDocument whether nothing but this signature lies outside what it covers
 * @param signedRevision for a PDF, the length in bytes of the revision that the signature covers
 * @param scopes names of what it covers
 * @param errors DSS's errors, in English
 * @param warnings DSS's warnings, in English
 */
public record JudgedSignature(
        String document,
        String id,
        String indication,
        Optional<String> subIndication,
        String format,
        boolean intact,
        Optional<String> signer,
        Optional<BigInteger> certificateSerial,
        boolean revocationUnknown,
        Optional<Instant> claimedTime,
        Optional<String> claimedPlace,
        List<String> claimedRoles,
        boolean coversWholeDocument,
        Optional<Long> signedRevision,
        List<String> scopes,
        List<String> errors,
        List<String> warnings) {

    public JudgedSignature {
        claimedRoles = List.copyOf(claimedRoles);
        scopes = List.copyOf(scopes);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    JudgedSignature withCoverage(boolean whole) {
        return new JudgedSignature(
                document,
                id,
                indication,
                subIndication,
                format,
                intact,
                signer,
                certificateSerial,
                revocationUnknown,
                claimedTime,
                claimedPlace,
                claimedRoles,
                whole,
                signedRevision,
                scopes,
                errors,
                warnings);
    }

    /** Intact, by a certificate that leads to a trust anchor, and valid in every further respect. */
    public boolean passed() {
        return "TOTAL_PASSED".equals(indication);
    }

    /** Whether the certificate is the reason, because its CA has revoked it. */
    public boolean revoked() {
        return subIndication.filter(s -> s.startsWith("REVOKED")).isPresent();
    }
}
