package id.espm.app.cli.history;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The document of {@code history}: docs/schema/history.json. */
record HistoryJson(List<EntryJson> entries) {

    /** One entry; what is not known is null. */
    @JsonPropertyOrder({
        "seq",
        "kind",
        "time",
        "source",
        "jenis",
        "satker",
        "tahun",
        "nomor",
        "signer",
        "lokasi",
        "level",
        "bundle",
        "sha256",
        "documents",
        "accepted",
        "error",
        "receipt",
        "previous",
        "hash"
    })
    record EntryJson(
            long seq,
            String kind,
            String time,
            @Nullable String source,
            @Nullable String jenis,
            @Nullable String satker,
            @Nullable Integer tahun,
            List<String> nomor,
            @Nullable SignerJson signer,
            @Nullable String lokasi,
            @Nullable String level,
            @Nullable String bundle,
            @Nullable String sha256,
            List<DocumentJson> documents,
            List<String> accepted,
            @Nullable String error,
            @Nullable String receipt,
            String previous,
            String hash) {}

    /** Who signed, as in the document of {@code sign}. */
    @JsonPropertyOrder({"name", "nik", "serial", "jabatan", "satker"})
    record SignerJson(
            String name,
            @Nullable String nik,
            String serial,
            @Nullable String jabatan,
            @Nullable String satker) {}

    /** A document; the hash is of the original. */
    @JsonPropertyOrder({"kind", "name", "sha256"})
    record DocumentJson(String kind, String name, String sha256) {}

    static HistoryJson of(List<AuditEntry> entries) {
        return new HistoryJson(entries.stream().map(HistoryJson::entry).toList());
    }

    private static EntryJson entry(AuditEntry entry) {
        AuditEvent event = entry.event();
        AuditEvent.Subject subject = event.subject();
        return new EntryJson(
                entry.seq(),
                event.kind().name(),
                event.time().toString(),
                subject.source().orElse(null),
                subject.jenis().map(Enum::name).orElse(null),
                subject.satker().map(Satker::kode).orElse(null),
                subject.tahun().orElse(null),
                subject.nomor(),
                event.official().map(HistoryJson::signer).orElse(null),
                event.lokasi().orElse(null),
                event.level().map(SignatureLevel::label).orElse(null),
                event.bundle().map(BundleFile::path).orElse(null),
                event.bundle().flatMap(BundleFile::sha256).map(Sha256::hex).orElse(null),
                event.documents().stream()
                        .map(one -> new DocumentJson(
                                one.kind().name().toLowerCase(Locale.ROOT),
                                one.name(),
                                one.sha256().hex()))
                        .toList(),
                event.accepted(),
                event.error().orElse(null),
                event.receipt().orElse(null),
                entry.previous().hex(),
                entry.hash().hex());
    }

    private static SignerJson signer(AuditEvent.Official official) {
        return new SignerJson(
                official.nama(),
                official.nik().orElse(null),
                official.serial(),
                official.role().map(role -> role.jabatan().name()).orElse(null),
                official.role().map(role -> role.satker().kode()).orElse(null));
    }
}
