package id.espm.app.signing;

import id.espm.app.history.History;
import id.espm.app.history.SigningId;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEventBuilder;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/** Writes down which packages failed in a folder for results, so that they alone can be tried again. */
public final class Failures {
    private final History history;
    private final Path output;

    public Failures(History history, Path output) {
        this.history = history;
        this.output = output;
    }

    /**
     * A package failed.
     *
     * @param code of the error
     * @throws SignerException {@link Problem.HistoryUnusable}
     */
    public void writeDown(BatchItem item, String code, OffsetDateTime now) throws SignerException {
        AuditEventBuilder event = AuditEvent.builder(AuditEvent.Kind.FAILED, now)
                .source(item.source())
                .error(code);
        item.paket()
                .ifPresent(paket -> event.jenis(paket.jenis())
                        .satker(paket.satker())
                        .tahun(paket.tahun())
                        .nomor(paket.nomor())
                        .lokasi(paket.lokasi()));
        history.failed(id(item), event.build());
    }

    /** What a package holds may not even be known, so its folder alone makes it the same. */
    private SigningId id(BatchItem item) {
        String source = item.source().toAbsolutePath().normalize().toString();
        Sha256 fingerprint = Sha256.of(source.getBytes(StandardCharsets.UTF_8));
        return new SigningId(output, item.source(), item.part(), fingerprint);
    }
}
