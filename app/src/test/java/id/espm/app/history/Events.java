package id.espm.app.history;

import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Document;
import id.espm.app.history.audit.AuditEvent.DocumentKind;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.app.history.audit.AuditEventBuilder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Nik;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Events as signing makes them, and packages by a number. */
public final class Events {
    /** When the first of them happened. */
    public static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-22T09:30:00.123+08:00");

    static final Path OUTPUT = Path.of("/tanda tangan/hasil");
    private static final Satker SATKER = new Satker("527010");

    private Events() {}

    static Sha256 sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static SigningId id(String folder) {
        return new SigningId(OUTPUT, Path.of("/paket", folder), 0, sha256(folder));
    }

    static Official official() {
        return new Official(
                "Siti Nurhaliza Ü. 李",
                Optional.of(new Nik("7201014107850001").masked()),
                "4a3f",
                Optional.of(new SignerRole(Jabatan.PPSPM, SATKER)));
    }

    /** A package that was signed; everything is known of it. */
    public static AuditEvent signed(OffsetDateTime time, String... nomor) {
        return about(Kind.SIGNED, time, nomor)
                .level(SignatureLevel.B_T)
                .bundle(BundleFile.of(OUTPUT.resolve(nomor[0] + ".asice"), sha256(nomor[0] + " bundle")))
                .documents(List.of(
                        new Document(DocumentKind.ADK, nomor[0] + ".zip", sha256("adk")),
                        new Document(DocumentKind.PDF, "kuitansi \"Müller\"\n\t\u0001\\.pdf", sha256("pdf"))))
                .accepted(List.of("tanggal: 21-11-2026, bukan 22-11-2026"))
                .build();
    }

    /** A package that was not. */
    public static AuditEvent failed(OffsetDateTime time, String code, String... nomor) {
        return about(Kind.FAILED, time, nomor).error(code).build();
    }

    /** A bundle that was sent. */
    public static AuditEvent sent(OffsetDateTime time, String receipt, String... nomor) {
        return about(Kind.SENT, time, nomor).receipt(receipt).build();
    }

    private static AuditEventBuilder about(Kind kind, OffsetDateTime time, String... nomor) {
        return AuditEvent.builder(kind, time)
                .official(official())
                .source(Path.of("/paket", nomor))
                .jenis(Jenis.SPM)
                .tahun(2026)
                .nomor(List.of(nomor))
                .lokasi("Tolitoli");
    }
}
