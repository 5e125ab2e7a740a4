package id.espm.app.text;

import java.util.Optional;

/** The program's name and version. */
public final class Release {
    private Release() {}

    /** The version that stands in the jar's manifest. */
    public static String version() {
        return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }

    /** What {@code --version} prints. */
    public static String line() {
        return "espm-signer " + version();
    }
}
