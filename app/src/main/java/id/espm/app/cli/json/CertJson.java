package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.report.ErrorJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code cert}: docs/schema/cert.json. */
@JsonPropertyOrder({"file", "certificate", "maySign", "light", "trust", "checks", "authority", "error"})
public record CertJson(
        String file,
        @Nullable CertificateJson certificate,
        boolean maySign,
        @Nullable String light,
        @Nullable String trust,
        List<CheckJson> checks,
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

    /**
     * What one check came to.
     *
     * @param outcome PASSED, CAUTION, REFUSED, or NOT_CHECKED where an earlier one made it idle or nobody was asked
     * @param code    of the caution or of the problem
     * @param message for people, Indonesian
     */
    @JsonPropertyOrder({"check", "outcome", "code", "message"})
    public record CheckJson(
            String check,
            String outcome,
            @Nullable String code,
            @Nullable String message) {}

    /** What a jabatan signs. */
    @JsonPropertyOrder({"jabatan", "jenis"})
    public record AuthorityJson(String jabatan, List<String> jenis) {}
}
