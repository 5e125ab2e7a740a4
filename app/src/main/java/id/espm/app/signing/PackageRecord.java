package id.espm.app.signing;

import id.espm.app.history.SigningId;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Document;
import id.espm.app.history.audit.AuditEvent.DocumentKind;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.app.history.audit.AuditEventBuilder;
import id.espm.signer.Nik;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignerRole;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.CosignedBundle;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the history is told of a package. */
final class PackageRecord {
    private PackageRecord() {}

    /** What makes a package the same in another run: its folders and everything that is signed, not the time nor the place. */
    static SigningId id(BatchItem item, CheckedPackage checked, Path output) {
        StringBuilder signed = new StringBuilder();
        ContentsList contents = checked.request().contents();
        line(signed, contents.jenis(), contents.satker(), String.valueOf(contents.kppn()), contents.tahun());
        line(signed, checked.source().jabatan());
        contents.nomor().forEach(nomor -> line(signed, nomor));
        for (ContentsList.Document document : contents.dokumen()) {
            line(signed, document.role(), document.name(), document.sha256());
        }
        Sha256 fingerprint = Sha256.of(signed.toString().getBytes(StandardCharsets.UTF_8));
        return new SigningId(output, item.source(), item.part(), fingerprint);
    }

    /** A line feed ends each part; one within a name is written otherwise, so that no two packages look the same. */
    private static void line(StringBuilder to, Object... parts) {
        for (Object part : parts) {
            to.append(part.toString().replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n');
        }
    }

    /** A package was signed. */
    static AuditEvent signed(SignedPackage signed, SigningOptions options, List<String> accepted) throws IOException {
        OffsetDateTime time = options.claimedTime().toOffsetDateTime();
        return of(
                        AuditEvent.Kind.SIGNED,
                        time,
                        signed.source(),
                        signed.request().contents())
                .official(official(signed.signer(), signed.role()))
                .level(signed.level())
                .bundle(BundleFile.of(signed.bundle(), Sha256.of(signed.bundle())))
                .accepted(accepted)
                .build();
    }

    /** One more official signed a bundle; what was signed is the bundle as it was before. */
    static AuditEvent cosigned(CosignedBundle signed, SigningOptions options) throws IOException {
        CheckedBundle source = signed.source();
        ContentsList contents = source.contents();
        return AuditEvent.builder(
                        AuditEvent.Kind.COSIGNED, options.claimedTime().toOffsetDateTime())
                .source(source.file().path())
                .jenis(contents.jenis())
                .satker(new Satker(contents.satker()))
                .tahun(contents.tahun())
                .nomor(contents.nomor())
                .lokasi(source.request().lokasi())
                .documents(documents(contents))
                .official(official(signed.signer(), source.role()))
                .level(signed.level())
                .bundle(BundleFile.of(signed.bundle(), Sha256.of(signed.bundle())))
                .build();
    }

    /** The bundle of a package was found, which a run had signed before it ended in the midst. */
    static AuditEvent foundAgain(
            OffsetDateTime time, CheckedPackage checked, CertificateIdentity signer, Path bundle, List<String> accepted)
            throws IOException {
        SigningPackage source = checked.source();
        return of(AuditEvent.Kind.FOUND_AGAIN, time, source, checked.request().contents())
                .official(official(signer, new SignerRole(source.jabatan(), source.satker())))
                .bundle(BundleFile.of(bundle, Sha256.of(bundle)))
                .accepted(accepted)
                .build();
    }

    private static AuditEventBuilder of(
            AuditEvent.Kind kind, OffsetDateTime time, SigningPackage source, ContentsList contents) {
        return AuditEvent.builder(kind, time)
                .source(source.source())
                .jenis(source.jenis())
                .satker(source.satker())
                .tahun(source.tahun())
                .nomor(contents.nomor())
                .lokasi(source.lokasi())
                .documents(documents(contents));
    }

    private static Official official(CertificateIdentity identity, SignerRole role) {
        return new Official(identity.nama(), identity.nik().map(Nik::masked), identity.serialHex(), Optional.of(role));
    }

    private static List<Document> documents(ContentsList contents) {
        return contents.dokumen().stream()
                .map(document -> new Document(
                        document.isAdk() ? DocumentKind.ADK : DocumentKind.PDF,
                        document.name(),
                        new Sha256(document.sha256())))
                .toList();
    }
}
