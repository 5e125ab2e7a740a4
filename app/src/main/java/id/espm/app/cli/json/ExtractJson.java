package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.report.ErrorJson;
import id.espm.signer.bundle.BundleExtractor.Extracted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code extract}: docs/schema/extract.json. */
@JsonPropertyOrder({"bundle", "files", "error"})
public record ExtractJson(
        String bundle, List<FileJson> files, @Nullable ErrorJson error) {

    /** One file that was given back; {@code sha256} is of the file as written. */
    @JsonPropertyOrder({"name", "file", "kind", "nomor", "sha256"})
    public record FileJson(String name, String file, String kind, List<String> nomor, String sha256) {}

    /** What came out of a bundle. */
    public static ExtractJson of(String bundle, List<Extracted> extracted) {
        List<FileJson> files = extracted.stream()
                .map(e -> new FileJson(
                        e.document().name(),
                        e.file().toString(),
                        e.document().isAdk() ? "adk" : "pdf",
                        e.document().nomor(),
                        e.sha256().hex()))
                .toList();
        return new ExtractJson(bundle, files, null);
    }
}
