package id.espm.app.practice;

import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Makes whatever of a practice folder is missing; keeps what is there. */
public final class PracticeSetup {
    private static final String DATA = "espm";

    private PracticeSetup() {}

    /** CA, officials, sample packages, and the accounts' passwords. */
    public static void init(Path dir, Clock clock) throws IOException {
        PracticeAccounts.of(PracticeFolder.init(dir, clock), clock).makePasswords();
    }

    /**
     * Makes what is missing and starts the servers on it; what eSPM keeps stays for the next start.
     *
     * @param port of eSPM; 0 takes a free one
     */
    public static PracticeWorld serve(Path dir, int port, Clock clock) throws IOException {
        return PracticeWorld.start(PracticeFolder.init(dir, clock), dir.resolve(DATA), port, clock);
    }
}
