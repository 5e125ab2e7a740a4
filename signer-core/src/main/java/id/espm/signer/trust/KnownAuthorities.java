package id.espm.signer.trust;

import id.espm.signer.trust.evidence.Issuers;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The authorities whose fingerprints are public, as a JSON resource with its source and date.
 *
 * @param source where the fingerprints come from
 * @param date   the day on which they were gathered
 */
record KnownAuthorities(String source, String date, List<KnownAuthority> authorities) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    KnownAuthorities {
        authorities = List.copyOf(authorities);
    }

    /** Those that come with the program. */
    static KnownAuthorities builtIn() {
        try (InputStream in = KnownAuthorities.class.getResourceAsStream("known-authorities.json")) {
            if (in == null) {
                throw new IllegalStateException("known-authorities.json is not in the program");
            }
            return JSON.readValue(in, KnownAuthorities.class);
        } catch (IOException e) {
            throw new IllegalStateException("known-authorities.json cannot be read", e);
        }
    }

    /** The authority whose certificate this is. */
    Optional<KnownAuthority> recognise(X509Certificate certificate) {
        String fingerprint = TrustAnchors.fingerprint(certificate).replace(":", "");
        return authorities.stream()
                .filter(known -> fingerprint.startsWith(known.sha256()))
                .findFirst();
    }

    /** Whether a certificate bears the name of a known authority without being its certificate. */
    boolean isImpostor(X509Certificate certificate) {
        String name = plain(Issuers.name(certificate.getSubjectX500Principal()));
        return authorities.stream().anyMatch(known -> plain(known.name()).equalsIgnoreCase(name))
                && recognise(certificate).isEmpty();
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
