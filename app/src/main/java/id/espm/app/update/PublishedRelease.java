package id.espm.app.update;

import id.espm.signer.Sha256;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the maintainers say is the newest version.
 *
 * @param version          its number
 * @param released         the day on which it came out
 * @param minimumSupported the lowest version that is still cared for
 * @param validity         from when to when this may be believed
 * @param page             where people read about it and get it
 * @param packages         what can be had there
 */
public record PublishedRelease(
        Version version,
        LocalDate released,
        Version minimumSupported,
        Validity validity,
        URI page,
        List<ReleasePackage> packages) {
    public PublishedRelease {
        packages = List.copyOf(packages);
    }

    /**
     * The time for which a release file speaks.
     *
     * @param issued  when it was signed; a later one takes its place
     * @param expires from when on it says nothing any more
     */
    public record Validity(Instant issued, Instant expires) {}

    /**
     * A file to install.
     *
     * @param system {@code linux}, {@code windows} or {@code macos}; a later program may know others
     * @param file   its name, without any folder
     * @param size   in bytes
     */
    public record ReleasePackage(String system, String file, long size, Sha256 sha256) {}

    /**
     * The packages for a system; all of them where none is.
     *
     * @param osName as Java calls it, such as {@code Windows 11}
     */
    public List<ReleasePackage> packagesFor(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
        List<ReleasePackage> fitting =
                packages.stream().filter(each -> each.system().equals(system)).toList();
        return fitting.isEmpty() ? packages : fitting;
    }

    Optional<ReleasePackage> withHash(Sha256 sha256) {
        return packages.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
    }

    boolean names(String file) {
        return packages.stream().anyMatch(each -> each.file().equals(file));
    }
}
