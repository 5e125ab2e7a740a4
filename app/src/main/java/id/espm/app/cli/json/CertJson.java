package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code cert}: docs/schema/cert.json. */
@JsonPropertyOrder({"file", "certificate", "maySign", "trust", "authority", "error"})
public record CertJson(
        String file,
        @Nullable CertificateJson certificate,
        boolean maySign,
        @Nullable String trust,
        List<AuthorityJson> authority,
        @Nullable ErrorJson error) {

    /** What the certificate says; {@code nik} is masked, {@code daysLeft} is negative once it has expired. */
    @JsonPropertyOrder({
        "name",
        "nik",
        "unitOrganisasi",
        "instansi",
        "serial",
        "issuer",
        "notBefore",
        "notAfter",
        "daysLeft",
        "keyUsage"
    })
    public record CertificateJson(
            String name,
            @Nullable String nik,
            String unitOrganisasi,
            String instansi,
            String serial,
            String issuer,
            String notBefore,
            String notAfter,
            long daysLeft,
            List<String> keyUsage) {}

    /** What a jabatan signs. */
    @JsonPropertyOrder({"jabatan", "jenis"})
    public record AuthorityJson(String jabatan, List<String> jenis) {}
}
