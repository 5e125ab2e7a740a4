package id.espm.app.cli.update;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.report.ErrorJson;
import id.espm.app.update.PackageCheck;
import id.espm.app.update.PublishedRelease;
import id.espm.app.update.PublishedRelease.ReleasePackage;
import id.espm.app.update.UpdateAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code update check}: docs/schema/update.json. */
@JsonPropertyOrder({"verdict", "running", "release", "verified", "error"})
record UpdateJson(
        String verdict,
        String running,
        @Nullable ReleaseJson release,
        @Nullable VerifiedJson verified,
        @Nullable ErrorJson error) {

    /** What was published. */
    @JsonPropertyOrder({"version", "released", "minimumSupported", "issued", "expires", "page", "packages"})
    record ReleaseJson(
            String version,
            String released,
            String minimumSupported,
            String issued,
            String expires,
            String page,
            List<PackageJson> packages) {
        static ReleaseJson of(PublishedRelease release) {
            return new ReleaseJson(
                    release.version().toString(),
                    release.released().toString(),
                    release.minimumSupported().toString(),
                    release.validity().issued().toString(),
                    release.validity().expires().toString(),
                    release.page().toString(),
                    release.packages().stream().map(PackageJson::of).toList());
        }
    }

    /** A package that was published. */
    @JsonPropertyOrder({"system", "file", "size", "sha256"})
    record PackageJson(String system, String file, long size, String sha256) {
        static PackageJson of(ReleasePackage each) {
            return new PackageJson(
                    each.system(), each.file(), each.size(), each.sha256().hex());
        }
    }

    /** A package that was downloaded; {@code published} is the name of the published one of the same bytes. */
    @JsonPropertyOrder({"file", "verdict", "sha256", "published"})
    record VerifiedJson(
            String file,
            PackageCheck.Outcome verdict,
            String sha256,
            @Nullable String published) {
        static VerifiedJson of(PackageCheck check) {
            return new VerifiedJson(
                    check.file().toString(),
                    check.outcome(),
                    check.sha256().hex(),
                    check.listed().map(ReleasePackage::file).orElse(null));
        }
    }

    static UpdateJson of(UpdateAnswer answer, Optional<PackageCheck> verified) {
        return new UpdateJson(
                answer.standing().name(),
                answer.running(),
                ReleaseJson.of(answer.release()),
                verified.map(VerifiedJson::of).orElse(null),
                null);
    }

    /** Nothing can be told. */
    static UpdateJson of(String running, ErrorJson error) {
        return new UpdateJson(UpdateAnswer.Standing.UNKNOWN.name(), running, null, null, error);
    }
}
