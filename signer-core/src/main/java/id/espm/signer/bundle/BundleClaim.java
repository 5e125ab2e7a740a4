package id.espm.signer.bundle;

import id.espm.signer.asic.container.Container;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Whether a file says of itself that it is a bundle: by its name, by its contents list, or by any of its manifests and their
 * signatures. What does so is judged as one, so that a bundle that lost a part does not pass as a container by somebody else.
 */
public final class BundleClaim {
    private static final Pattern FILE = Pattern.compile("(?i).+-[0-9]{6}-[0-9]{8}-[0-9]{6}(-.*)?\\.asice");
    private static final Pattern PART =
            Pattern.compile("(?i)paket\\.json|META-INF/(ASiCManifest|signature)-(paket|segel).*");

    private BundleClaim() {}

    /** Looks at names only; nothing is checked. */
    public static boolean isMadeBy(Path file) {
        return FILE.matcher(file.getFileName().toString()).matches()
                || Container.claimedNames(file).stream()
                        .anyMatch(name -> PART.matcher(name).matches());
    }
}
