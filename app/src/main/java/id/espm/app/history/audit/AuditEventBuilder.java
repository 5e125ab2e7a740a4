package id.espm.app.history.audit;

import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Document;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.app.history.audit.AuditEvent.Subject;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerRole;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an {@link AuditEvent} together from what is known of it. */
public final class AuditEventBuilder {
    private final Kind kind;
    private final OffsetDateTime time;
    private @Nullable Official official;
    private @Nullable String source;
    private @Nullable Jenis jenis;
    private @Nullable Satker satker;
    private @Nullable Integer tahun;
    private List<String> nomor = List.of();
    private @Nullable String lokasi;
    private @Nullable SignatureLevel level;
    private @Nullable BundleFile bundle;
    private List<Document> documents = List.of();
    private List<String> accepted = List.of();
    private @Nullable String error;
    private @Nullable String receipt;

    AuditEventBuilder(Kind kind, OffsetDateTime time) {
        this.kind = kind;
        this.time = time;
    }

    /** Who signed; the satker is taken from the role unless it is said. */
    public AuditEventBuilder official(Official value) {
        official = value;
        return this;
    }

    /** Where the package came from. */
    public AuditEventBuilder source(Path value) {
        return source(value.toAbsolutePath().normalize().toString());
    }

    AuditEventBuilder source(String value) {
        source = value;
        return this;
    }

    public AuditEventBuilder jenis(Jenis value) {
        jenis = value;
        return this;
    }

    public AuditEventBuilder satker(Satker value) {
        satker = value;
        return this;
    }

    public AuditEventBuilder tahun(int value) {
        tahun = value;
        return this;
    }

    public AuditEventBuilder nomor(List<String> value) {
        nomor = value;
        return this;
    }

    public AuditEventBuilder lokasi(String value) {
        lokasi = value;
        return this;
    }

    public AuditEventBuilder level(SignatureLevel value) {
        level = value;
        return this;
    }

    public AuditEventBuilder bundle(BundleFile value) {
        bundle = value;
        return this;
    }

    public AuditEventBuilder documents(List<Document> value) {
        documents = value;
        return this;
    }

    /** Differences that the official accepted, each as a sentence. */
    public AuditEventBuilder accepted(List<String> value) {
        accepted = value;
        return this;
    }

    /** The code of what went wrong. */
    public AuditEventBuilder error(String value) {
        error = value;
        return this;
    }

    /** eSPM's name for the submission. */
    public AuditEventBuilder receipt(String value) {
        receipt = value;
        return this;
    }

    /** The event. */
    public AuditEvent build() {
        Optional<Official> who = Optional.ofNullable(official);
        Optional<Satker> whose =
                Optional.ofNullable(satker).or(() -> who.flatMap(Official::role).map(SignerRole::satker));
        return new AuditEvent(
                kind,
                time,
                who,
                new Subject(
                        Optional.ofNullable(source),
                        Optional.ofNullable(jenis),
                        whose,
                        Optional.ofNullable(tahun),
                        nomor),
                Optional.ofNullable(lokasi),
                Optional.ofNullable(level),
                Optional.ofNullable(bundle),
                documents,
                accepted,
                Optional.ofNullable(error),
                Optional.ofNullable(receipt));
    }
}
