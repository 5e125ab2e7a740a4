package id.espm.app.cli.json;

import id.espm.app.cli.json.SignJson.DocumentJson;
import id.espm.app.cli.json.SignJson.PackageJson;
import id.espm.app.cli.json.SignJson.SignerJson;
import id.espm.app.report.ErrorJson;
import id.espm.app.signing.CosignItem;
import id.espm.app.signing.CosignItem.State;
import id.espm.app.text.ProblemText;
import id.espm.signer.Nik;
import id.espm.signer.SignerRole;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignedBundle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code cosign}, which is the same as that of {@code sign}: docs/schema/sign.json. */
public final class CosignJson {
    private CosignJson() {}

    /** The document for these bundles. */
    public static SignJson of(List<CosignItem> items, ProblemText problems, long elapsedMs) {
        return SignJson.of(items.stream().map(item -> packageOf(item, problems)).toList(), elapsedMs);
    }

    private static PackageJson packageOf(CosignItem item, ProblemText problems) {
        return switch (item.state()) {
            case State.Signed signed -> signed(item, signed.signed());
            case State.Checked ready -> unsigned(item, "skipped", Optional.of(ready.checked()), null);
            case State.Failed failed ->
                unsigned(
                        item,
                        "failed",
                        Optional.empty(),
                        ErrorJson.of(failed.failure().explain(problems)));
            case State.Skipped skipped ->
                unsigned(
                        item,
                        "skipped",
                        Optional.empty(),
                        ErrorJson.of(skipped.reason().explain(problems)));
        };
    }

    private static PackageJson unsigned(
            CosignItem item, String status, Optional<CheckedBundle> known, @Nullable ErrorJson error) {
        return new PackageJson(
                item.bundle().toString(),
                status,
                null,
                known.map(bundle -> bundle.contents().jenis().name()).orElse(null),
                known.map(bundle -> bundle.contents().nomor()).orElse(List.of()),
                null,
                List.of(),
                null,
                error);
    }

    private static PackageJson signed(CosignItem item, CosignedBundle signed) {
        ContentsList contents = signed.source().contents();
        return new PackageJson(
                item.bundle().toString(),
                "signed",
                signed.bundle().toString(),
                contents.jenis().name(),
                contents.nomor(),
                signer(signed.signer(), signed.source().role()),
                contents.dokumen().stream()
                        .map(document -> document(document, signed))
                        .toList(),
                null,
                null);
    }

    private static SignerJson signer(CertificateIdentity signer, SignerRole role) {
        return new SignerJson(
                signer.nama(),
                signer.nik().map(Nik::masked).orElse(null),
                signer.serialHex(),
                role.jabatan().name(),
                role.satker().kode());
    }

    private static DocumentJson document(ContentsList.Document document, CosignedBundle signed) {
        return new DocumentJson(
                document.name(),
                document.entry(),
                document.isAdk() ? "adk" : "pdf",
                signed.level().label(),
                document.sha256());
    }
}
