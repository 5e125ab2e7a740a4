package id.espm.app.report;

import id.espm.app.text.Texts;
import id.espm.signer.Nik;
import id.espm.signer.SignatureLevel;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.verify.PageViewer;
import id.espm.signer.verify.SignatureOpinion;
import id.espm.signer.verify.SignatureOpinion.ChainLink;
import id.espm.signer.verify.SignatureReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of one signature, as rows: those that everybody needs, and those for experts. */
public final class SignatureDetails {
    private static final int MOST_CHANGES = 6;
    /** How modifications begin that say whether they are allowed, or what can be seen of them; see {@link SignatureReport#modifications()}. */
    private static final Map<String, String> PERMISSIONS = Map.of(
            PageViewer.DIFFERENT,
            "report.change.LOOKS_DIFFERENT",
            PageViewer.SAME,
            "report.change.LOOKS_THE_SAME",
            "allowed: ",
            "report.change.ALLOWED",
            "unclear: ",
            "report.change.UNCLEAR",
            "not allowed: ",
            "report.change.NOT_ALLOWED",
            "not analysed: ",
            "report.change.NOT_ANALYSED");

    private final Texts texts;
    private final Instant at;
    private final RevocationText revocation;

    /**
     * @param at         the time of judgement
     * @param revocation what is said of revocation
     */
    public SignatureDetails(Texts texts, Instant at, RevocationText revocation) {
        this.texts = texts;
        this.at = at;
        this.revocation = revocation;
    }

    /** Who, when, where, why, and what happened since. */
    public List<Detail> usual(SignatureReport signature) {
        List<Detail> rows = new ArrayList<>();
        Optional<CertificateIdentity> signer = signature.certificate().map(CertificateIdentity::of);
        signer.ifPresent(s -> {
            add(rows, "report.signer", s.nama() + nik(s));
            add(rows, "report.certificate", s.serialHex() + ", " + s.issuer());
        });
        signature.claims().claimedRole().ifPresent(role -> add(rows, "report.role", role));
        signature.claims().claimedTime().ifPresent(t -> add(rows, "report.claimed-time", dateTime(t)));
        signature.provenTime().ifPresent(t -> add(rows, "report.proven-time", dateTime(t)));
        signature.claims().claimedPlace().ifPresent(place -> add(rows, "report.place", place));
        signature.claims().claimedReason().ifPresent(reason -> add(rows, "report.reason", reason));
        form(signature).ifPresent(form -> add(rows, "report.form", form));
        if (signer.isPresent()) {
            add(
                    rows,
                    "report.coverage",
                    texts.get(signature.coversWholeFile() ? "report.coverage.whole" : "report.coverage.part"));
        }
        changes(signature, rows);
        signature.opinion().ifPresent(o -> add(rows, "report.revocation", revocation.ofSigner(o)));
        signature
                .opinion()
                .map(SignatureOpinion::judgedAt)
                .filter(judged -> judged.isBefore(at))
                .ifPresent(judged ->
                        add(rows, "report.judged-at", texts.get("report.judged-at.timestamp", dateTime(judged))));
        return rows;
    }

    /** Such as {@code Siti (NIK 999999********01)}. */
    private static String nik(CertificateIdentity identity) {
        return identity.nik().map(Nik::masked).map(n -> " (NIK " + n + ")").orElse("");
    }

    private static Optional<String> form(SignatureReport signature) {
        List<String> parts = new ArrayList<>();
        signature.level().map(SignatureLevel::label).ifPresent(parts::add);
        if (!signature.algorithm().isEmpty()) {
            parts.add(signature.algorithm());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private void changes(SignatureReport signature, List<Detail> rows) {
        List<String> all = signature.modifications();
        all.stream().limit(MOST_CHANGES).forEach(change -> add(rows, "report.change", change(change)));
        if (all.size() > MOST_CHANGES) {
            add(rows, "report.change", texts.get("report.change.more", all.size() - MOST_CHANGES));
        }
    }

    private String change(String modification) {
        return PERMISSIONS.entrySet().stream()
                .filter(permission -> modification.startsWith(permission.getKey()))
                .map(permission -> texts.get(
                        permission.getValue(),
                        modification.substring(permission.getKey().length())))
                .findFirst()
                .orElse(modification);
    }

    /** The same, with the chain by its names, the timestamps, and what the second judge remarks: for a report on paper. */
    public List<Detail> printed(SignatureReport signature) {
        List<Detail> rows = usual(signature);
        signature.opinion().ifPresent(opinion -> {
            add(
                    rows,
                    "report.chain",
                    opinion.chain().stream().map(ChainLink::name).collect(Collectors.joining(" < ")));
            timestamps(opinion, rows);
            opinion.words().forEach(words -> add(rows, "report.words", words));
        });
        return rows;
    }

    /** For experts, besides the {@link #usual}: each certificate of the chain, the timestamps, the second judge's words. */
    public List<Detail> expert(SignatureReport signature) {
        List<Detail> rows = new ArrayList<>();
        signature.opinion().ifPresent(opinion -> {
            add(rows, "report.format", opinion.format());
            for (ChainLink link : opinion.chain()) {
                add(rows, "report.chain", link(link));
            }
            timestamps(opinion, rows);
            add(rows, "report.judged-at", dateTime(opinion.judgedAt()));
            opinion.words().forEach(words -> add(rows, "report.words", words));
        });
        return rows;
    }

    private void timestamps(SignatureOpinion opinion, List<Detail> rows) {
        opinion.timestamps().forEach(timestamp -> add(rows, "report.timestamp", timestamp(timestamp)));
    }

    private String link(ChainLink link) {
        String named = texts.get(
                "report.chain.link",
                link.name(),
                link.serial().toUpperCase(Locale.ROOT),
                texts.dates().date(link.notBefore()),
                texts.dates().date(link.notAfter()));
        return texts.get("report.chain.known", named, revocation.of(link));
    }

    private String timestamp(SignatureOpinion.Timestamp timestamp) {
        return texts.get(
                "report.timestamp.value",
                dateTime(timestamp.time()),
                timestamp.authority().isEmpty() ? "-" : timestamp.authority(),
                texts.findings().verdict(timestamp.verdict()),
                timestamp.kind());
    }

    private void add(List<Detail> rows, String key, String value) {
        rows.add(new Detail(texts.get(key), value));
    }

    private String dateTime(Instant time) {
        return texts.dates().dateTime(time);
    }
}
