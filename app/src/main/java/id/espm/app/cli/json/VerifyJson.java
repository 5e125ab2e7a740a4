package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.signer.Finding;
import id.espm.signer.Nik;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code verify}: docs/schema/verify.json. */
@JsonPropertyOrder({"files"})
public record VerifyJson(List<FileJson> files) {

    /** One file, or one document in a bundle. */
    @JsonPropertyOrder({"file", "verdict", "signatures", "documents", "findings", "error"})
    public record FileJson(
            String file,
            String verdict,
            List<SignatureJson> signatures,
            List<FileJson> documents,
            List<FindingJson> findings,
            @Nullable ErrorJson error) {}

    /** One signature; {@code indication} and {@code subIndication} in the words of ETSI EN 319 102-1. */
    @JsonPropertyOrder({
        "verdict",
        "indication",
        "subIndication",
        "signer",
        "nik",
        "serial",
        "issuer",
        "claimedTime",
        "provenTime",
        "place",
        "reason",
        "level",
        "coversWholeFile",
        "modifications"
    })
    public record SignatureJson(
            String verdict,
            String indication,
            @Nullable String subIndication,
            @Nullable String signer,
            @Nullable String nik,
            @Nullable String serial,
            @Nullable String issuer,
            @Nullable String claimedTime,
            @Nullable String provenTime,
            @Nullable String place,
            @Nullable String reason,
            @Nullable String level,
            boolean coversWholeFile,
            List<String> modifications) {}

    /** What was found about a file as a whole. */
    @JsonPropertyOrder({"kind", "detail"})
    public record FindingJson(String kind, String detail) {}

    /** A file that was judged. */
    public static FileJson of(FileReport report) {
        return new FileJson(
                report.name(),
                report.signed() ? verdict(report.verdict()) : "UNSIGNED",
                report.signatures().stream().map(VerifyJson::signature).toList(),
                report.documents().stream().map(VerifyJson::of).toList(),
                report.findings().stream()
                        .map(f -> new FindingJson(f.kind().name(), f.detail()))
                        .toList(),
                null);
    }

    /** A file that could not be read, so that nothing is known of it. */
    public static FileJson unreadable(String file, ErrorJson error) {
        return new FileJson(file, "INDETERMINATE", List.of(), List.of(), List.of(), error);
    }

    private static SignatureJson signature(SignatureReport report) {
        Optional<CertificateIdentity> identity = report.certificate().map(CertificateIdentity::of);
        return new SignatureJson(
                verdict(report.verdict()),
                indication(report.verdict()),
                subIndication(report.verdict()),
                identity.map(CertificateIdentity::nama).orElse(null),
                identity.flatMap(CertificateIdentity::nik).map(Nik::masked).orElse(null),
                identity.map(CertificateIdentity::serialHex).orElse(null),
                identity.map(CertificateIdentity::issuer).orElse(null),
                report.claims().claimedTime().map(Instant::toString).orElse(null),
                report.provenTime().map(Instant::toString).orElse(null),
                report.claims().claimedPlace().orElse(null),
                report.claims().claimedReason().orElse(null),
                report.level().map(SignatureLevel::label).orElse(null),
                report.coversWholeFile(),
                report.modifications());
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "VALID";
            case Verdict.Indeterminate indeterminate -> "INDETERMINATE";
            case Verdict.Invalid invalid -> "INVALID";
        };
    }

    private static String indication(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "TOTAL-PASSED";
            case Verdict.Indeterminate indeterminate -> "INDETERMINATE";
            case Verdict.Invalid invalid -> "TOTAL-FAILED";
        };
    }

    private static @Nullable String subIndication(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> null;
            case Verdict.Indeterminate indeterminate -> etsi(indeterminate.reason());
            case Verdict.Invalid invalid -> etsi(invalid.reason());
        };
    }

    private static @Nullable String etsi(Finding finding) {
        String word = finding.kind().subIndication();
        return word.isEmpty() ? null : word;
    }
}
