package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.report.ErrorJson;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.text.ProblemText;
import id.espm.signer.CheckedFile;
import id.espm.signer.Nik;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.sign.SignedPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code sign} and {@code batch}: docs/schema/sign.json. */
@JsonPropertyOrder({"packages", "summary"})
public record SignJson(List<PackageJson> packages, Summary summary) {

    /** One package. {@code submission} is always null: signing does not send. */
    @JsonPropertyOrder({"source", "status", "bundle", "jenis", "spm", "signer", "documents", "submission", "error"})
    public record PackageJson(
            String source,
            String status,
            @Nullable String bundle,
            @Nullable String jenis,
            List<String> spm,
            @Nullable SignerJson signer,
            List<DocumentJson> documents,
            @Nullable Object submission,
            @Nullable ErrorJson error) {}

    /** Who signed; {@code nik} is masked. */
    @JsonPropertyOrder({"name", "nik", "serial", "jabatan", "satker"})
    public record SignerJson(String name, @Nullable String nik, String serial, String jabatan, String satker) {}

    /** One document: {@code output} is its entry in the bundle, {@code sha256} is of the original. */
    @JsonPropertyOrder({"input", "output", "kind", "level", "sha256"})
    public record DocumentJson(String input, String output, String kind, String level, String sha256) {}

    /** How many. */
    @JsonPropertyOrder({"signed", "failed", "skipped", "elapsedMs"})
    public record Summary(int signed, int failed, int skipped, long elapsedMs) {}

    /** The document for these packages. */
    public static SignJson of(List<BatchItem> items, ProblemText problems, long elapsedMs) {
        List<PackageJson> packages =
                items.stream().map(item -> packageOf(item, problems)).toList();
        return of(packages, elapsedMs);
    }

    /** The document for packages that are in words already. */
    static SignJson of(List<PackageJson> packages, long elapsedMs) {
        return new SignJson(
                packages,
                new Summary(
                        count(packages, "signed"), count(packages, "failed"), count(packages, "skipped"), elapsedMs));
    }

    private static int count(List<PackageJson> packages, String status) {
        return (int) packages.stream().filter(p -> p.status().equals(status)).count();
    }

    /** One package. */
    public static PackageJson packageOf(BatchItem item, ProblemText problems) {
        return switch (item.state()) {
            case State.Signed signed -> signed(item, signed.signed());
            case State.SignedBefore before ->
                unsigned(item, "skipped", before.bundle().toString(), null);
            case State.Failed failed ->
                unsigned(item, "failed", null, ErrorJson.of(failed.failure().explain(problems)));
            case State.Skipped skipped ->
                unsigned(item, "skipped", null, ErrorJson.of(skipped.reason().explain(problems)));
            case State.Checked checked -> unsigned(item, "skipped", null, null);
            case State.Read read -> unsigned(item, "skipped", null, null);
        };
    }

    private static PackageJson unsigned(
            BatchItem item, String status, @Nullable String bundle, @Nullable ErrorJson error) {
        return new PackageJson(
                item.source().toString(),
                status,
                bundle,
                item.paket().map(p -> p.jenis().name()).orElse(null),
                item.paket().map(SigningPackage::nomor).orElse(List.of()),
                null,
                List.of(),
                null,
                error);
    }

    private static PackageJson signed(BatchItem item, SignedPackage signed) {
        List<DocumentJson> documents = signed.request().contents().dokumen().stream()
                .map(document -> document(document, signed))
                .toList();
        return new PackageJson(
                item.source().toString(),
                "signed",
                signed.bundle().toString(),
                signed.source().jenis().name(),
                signed.request().contents().nomor(),
                signer(signed),
                documents,
                null,
                null);
    }

    private static SignerJson signer(SignedPackage signed) {
        return new SignerJson(
                signed.signer().nama(),
                signed.signer().nik().map(Nik::masked).orElse(null),
                signed.signer().serialHex(),
                signed.role().jabatan().name(),
                signed.role().satker().kode());
    }

    private static DocumentJson document(ContentsList.Document document, SignedPackage signed) {
        CheckedFile source = signed.request().sources().get(document.entry());
        return new DocumentJson(
                source == null ? document.name() : source.path().toString(),
                document.entry(),
                document.isAdk() ? "adk" : "pdf",
                signed.level().label(),
                document.sha256());
    }
}
