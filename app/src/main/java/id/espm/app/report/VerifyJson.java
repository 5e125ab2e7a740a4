package id.espm.app.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.Texts;
import id.espm.app.verification.Judged;
import id.espm.signer.Finding;
import id.espm.signer.Jabatan;
import id.espm.signer.Nik;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureOpinion;
import id.espm.signer.verify.SignatureReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code verify}: docs/schema/verify.json. */
@JsonPropertyOrder({"files"})
public record VerifyJson(List<FileJson> files) {

    /** One file, or one document in a bundle; {@code missing} are the positions that may sign it, too, and have not. */
    @JsonPropertyOrder({"file", "verdict", "signatures", "documents", "findings", "error", "missing"})
    public record FileJson(
            String file,
            String verdict,
            List<SignatureJson> signatures,
            List<FileJson> documents,
            List<FindingJson> findings,
            @Nullable ErrorJson error,
            List<String> missing) {}

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
        "modifications",
        "role",
        "algorithm",
        "judgedAt",
        "format",
        "chain",
        "timestamps",
        "words"
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
            List<String> modifications,
            @Nullable String role,
            @Nullable String algorithm,
            @Nullable String judgedAt,
            @Nullable String format,
            List<LinkJson> chain,
            List<TimestampJson> timestamps,
            List<String> words) {}

    /** One certificate of the chain, from the signer's to the anchor. */
    @JsonPropertyOrder({"name", "serial", "notBefore", "notAfter", "anchor", "revocation"})
    public record LinkJson(
            String name,
            String serial,
            String notBefore,
            String notAfter,
            boolean anchor,
            @Nullable RevocationJson revocation) {}

    /** What is known of a certificate's revocation. */
    @JsonPropertyOrder({"source", "inFile", "producedAt", "revokedAt", "reason"})
    public record RevocationJson(
            String source,
            boolean inFile,
            String producedAt,
            @Nullable String revokedAt,
            @Nullable String reason) {}

    /** One timestamp in or over the signature. */
    @JsonPropertyOrder({"kind", "time", "authority", "verdict"})
    public record TimestampJson(
            String kind, String time, @Nullable String authority, String verdict) {}

    /** What was found about a file as a whole. */
    @JsonPropertyOrder({"kind", "detail"})
    public record FindingJson(String kind, String detail) {}

    /**
     * What came of judging a file.
     *
     * @param indonesian what is wrong is always told in Indonesian, for scripts that look for it
     */
    static FileJson of(Judged judged, Texts indonesian) {
        return switch (judged) {
            case Judged.Read read -> of(read.report(), read.signatories());
            case Judged.Refused refused ->
                unreadable(judged, indonesian.problems().explain(refused.problem()));
            case Judged.Unreadable unreadable ->
                unreadable(judged, indonesian.problems().explain(unreadable.cause()));
            case Judged.Faulty faulty ->
                unreadable(judged, indonesian.problems().explain(Fault.of(faulty.cause())));
        };
    }

    private static FileJson unreadable(Judged judged, Explanation explanation) {
        return unreadable(judged.file().toString(), ErrorJson.of(explanation));
    }

    /** A file that was judged. */
    public static FileJson of(FileReport report, Optional<Signatories> signatories) {
        return new FileJson(
                report.name(),
                report.signed() ? verdict(report.verdict()) : "UNSIGNED",
                report.signatures().stream().map(VerifyJson::signature).toList(),
                report.documents().stream()
                        .map(document -> of(document, Optional.empty()))
                        .toList(),
                report.findings().stream()
                        .map(f -> new FindingJson(f.kind().name(), f.detail()))
                        .toList(),
                null,
                signatories.map(Signatories::missing).orElse(List.of()).stream()
                        .map(Jabatan::name)
                        .toList());
    }

    /** A file that could not be read, so that nothing is known of it. */
    public static FileJson unreadable(String file, ErrorJson error) {
        return new FileJson(file, "INDETERMINATE", List.of(), List.of(), List.of(), error, List.of());
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
                report.modifications(),
                report.claims().claimedRole().orElse(null),
                orNull(report.algorithm()),
                report.opinion().map(o -> o.judgedAt().toString()).orElse(null),
                report.opinion().map(SignatureOpinion::format).orElse(null),
                each(report, SignatureOpinion::chain).map(VerifyJson::link).toList(),
                each(report, SignatureOpinion::timestamps)
                        .map(VerifyJson::timestamp)
                        .toList(),
                each(report, SignatureOpinion::words).toList());
    }

    private static <T> Stream<T> each(SignatureReport report, Function<SignatureOpinion, List<T>> part) {
        return report.opinion().stream().flatMap(opinion -> part.apply(opinion).stream());
    }

    private static LinkJson link(SignatureOpinion.ChainLink link) {
        return new LinkJson(
                link.name(),
                evenHex(link.serial()),
                link.notBefore().toString(),
                link.notAfter().toString(),
                link.anchor(),
                link.revocation().map(VerifyJson::revocation).orElse(null));
    }

    private static String evenHex(String serial) {
        String hex = serial.toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    private static RevocationJson revocation(SignatureOpinion.RevocationWord word) {
        return new RevocationJson(
                word.source(),
                word.inFile(),
                word.producedAt().toString(),
                word.revokedAt().map(Instant::toString).orElse(null),
                orNull(word.reason()));
    }

    private static TimestampJson timestamp(SignatureOpinion.Timestamp timestamp) {
        return new TimestampJson(
                timestamp.kind(),
                timestamp.time().toString(),
                orNull(timestamp.authority()),
                verdict(timestamp.verdict()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
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
