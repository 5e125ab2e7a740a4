package id.espm.app.update;

import java.util.Optional;

/**
 * Whether there is a newer version.
 *
 * @param standing how the running version stands to what was published
 * @param running  the running version, as it calls itself
 * @param release  what was published
 */
public record UpdateAnswer(Standing standing, String running, PublishedRelease release) {

    /** How a version stands to what was published. */
    public enum Standing {
        /** It is the newest one, or later than that. */
        CURRENT,
        /** There is a newer one. */
        NEWER,
        /** It is so old that nobody cares for it any more. */
        UNSUPPORTED,
        /** The running program does not say which version it is. */
        UNKNOWN
    }

    static UpdateAnswer of(String running, PublishedRelease release) {
        return new UpdateAnswer(standing(Version.of(running), release), running, release);
    }

    private static Standing standing(Optional<Version> running, PublishedRelease release) {
        if (running.isEmpty()) {
            return Standing.UNKNOWN;
        }
        if (running.get().compareTo(release.minimumSupported()) < 0) {
            return Standing.UNSUPPORTED;
        }
        return running.get().compareTo(release.version()) < 0 ? Standing.NEWER : Standing.CURRENT;
    }

    /** Whether the running version is known, and still cared for. */
    public boolean isSupported() {
        return standing == Standing.CURRENT || standing == Standing.NEWER;
    }

    /** Whether somebody should get another version. */
    public boolean calls() {
        return standing == Standing.NEWER || standing == Standing.UNSUPPORTED;
    }
}
