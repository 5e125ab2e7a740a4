package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.signer.trust.KnownAuthority;
import id.espm.signer.trust.TrustedCertificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code trust list}: docs/schema/trust.json. */
public record TrustJson(List<AnchorJson> anchors) {

    /** One trust anchor; {@code knownAs} only where its fingerprint is known. */
    @JsonPropertyOrder({"file", "name", "fingerprint", "notBefore", "notAfter", "knownAs"})
    public record AnchorJson(
            String file,
            String name,
            String fingerprint,
            String notBefore,
            String notAfter,
            @Nullable String knownAs) {}

    /** These trust anchors. */
    public static TrustJson of(List<TrustedCertificate> all) {
        return new TrustJson(all.stream()
                .map(one -> new AnchorJson(
                        one.file().toString(),
                        one.name(),
                        one.fingerprint(),
                        one.certificate().getNotBefore().toInstant().toString(),
                        one.certificate().getNotAfter().toInstant().toString(),
                        one.known().map(KnownAuthority::name).orElse(null)))
                .toList());
    }
}
