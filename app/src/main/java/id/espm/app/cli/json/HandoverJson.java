package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.delivery.HandedOver;
import id.espm.app.report.ErrorJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code handover}: docs/schema/handover.json. */
@JsonPropertyOrder({"bundles"})
public record HandoverJson(List<BundleJson> bundles) {

    /** One bundle; {@code file} and {@code sheet} are what the operator gets. */
    @JsonPropertyOrder({"bundle", "file", "sheet", "sha256", "size", "error"})
    public record BundleJson(
            String bundle,
            @Nullable String file,
            @Nullable String sheet,
            @Nullable String sha256,
            @Nullable Long size,
            @Nullable ErrorJson error) {}

    /** A bundle that lies ready for the operator. */
    public static BundleJson handed(String bundle, HandedOver handed) {
        return new BundleJson(
                bundle,
                handed.bundle().toString(),
                handed.sheet().toString(),
                handed.sha256().hex(),
                handed.size(),
                null);
    }

    /** A bundle that was not handed over. */
    public static BundleJson failed(String bundle, ErrorJson error) {
        return new BundleJson(bundle, null, null, null, null, error);
    }
}
