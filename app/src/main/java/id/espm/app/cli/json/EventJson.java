package id.espm.app.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.report.ErrorJson;
import id.espm.app.signing.BatchItem;
import id.espm.app.text.ProblemText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code --json-events}: docs/schema/events.json. What does not belong to an event is left out.
 *
 * @param event       {@code begin}, {@code checked}, {@code signed}, {@code skipped}, {@code failed}, {@code waiting} or {@code end}
 * @param packages    how many packages were found ({@code begin})
 * @param source      the package
 * @param bundle      where its bundle is
 * @param error       why there is none
 * @param done        how many packages of this step are done
 * @param total       how many there are
 * @param secondsLeft how long this step will take still, where that can be told
 * @param summary     of the whole run ({@code end})
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"event", "packages", "source", "bundle", "error", "done", "total", "secondsLeft", "summary"})
public record EventJson(
        String event,
        @Nullable Integer packages,
        @Nullable String source,
        @Nullable String bundle,
        @Nullable ErrorJson error,
        @Nullable Integer done,
        @Nullable Integer total,
        @Nullable Long secondsLeft,
        SignJson.@Nullable Summary summary) {

    /** So many packages were found. */
    public static EventJson begin(int packages) {
        return new EventJson("begin", packages, null, null, null, null, null, null, null);
    }

    /** Waiting for packages to arrive. */
    public static EventJson waiting() {
        return new EventJson("waiting", null, null, null, null, null, null, null, null);
    }

    /** All is done. */
    public static EventJson end(List<BatchItem> items, ProblemText problems, long elapsedMs) {
        SignJson.Summary summary = SignJson.of(items, problems, elapsedMs).summary();
        return new EventJson("end", items.size(), null, null, null, null, null, null, summary);
    }

    /** What became of a package. */
    public static EventJson of(BatchItem item, ProblemText problems) {
        SignJson.PackageJson paket = SignJson.packageOf(item, problems);
        String event = item.checked().isPresent() ? "checked" : paket.status();
        return new EventJson(event, null, paket.source(), paket.bundle(), paket.error(), null, null, null, null);
    }

    /** The same with how far the step is. */
    public EventJson progress(int pieces, int all, Optional<Long> left) {
        return new EventJson(event, packages, source, bundle, error, pieces, all, left.orElse(null), summary);
    }

    /** The event in one line of UTF-8. */
    public byte[] line() {
        return (JsonOutput.line(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
