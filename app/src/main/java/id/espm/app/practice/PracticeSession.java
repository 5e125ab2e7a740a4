package id.espm.app.practice;

import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.RunLock;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.espm.token.Mail;
import id.espm.sandbox.espm.token.Mailbox;
import id.espm.signer.Jabatan;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Practice for a program that stays open (ADR-0019): the servers, and a settings folder whose history, outbox, trust and
 * certificate are practice's own. Each session begins afresh, so that the samples can be sent again; only the CA and the
 * certificates stay, for making them takes seconds. Whatever is broken in the folder is made anew: nothing in it is real.
 */
public final class PracticeSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeSession.class);
    /** Less than is left of any practice certificate when it is made. */
    private static final Duration ENOUGH = Duration.ofDays(60);

    private static final String DATA = "espm";
    private static final String WORKPLACE = "settings";
    /** What an earlier session brought forth, and samples whose year may be over. */
    private static final List<String> OF_ONE_SESSION =
            List.of(DATA, WORKPLACE, "packages", "bundles", "mailbox", "kppn");

    private static final List<String> OF_ALL_SESSIONS = List.of("ca", "officials");

    private final PracticeFolder folder;
    private final PracticeWorld world;
    private final RunLock lock;
    private final SettingsFolder settings;
    private final PracticeStaff staff;

    private PracticeSession(
            PracticeFolder folder, PracticeWorld world, RunLock lock, SettingsFolder settings, PracticeStaff staff) {
        this.folder = folder;
        this.world = world;
        this.lock = lock;
        this.settings = settings;
        this.staff = staff;
    }

    /**
     * Makes what is missing, which takes seconds the first time, and starts the servers. An interrupt breaks it off.
     *
     * @param dir      practice's own; what is in it may be deleted
     * @param listener hears of {@link Stage#PREPARED} and {@link Stage#SERVERS_UP}
     * @throws PracticeInUseException if somebody practises there already
     * @throws IOException            if the folder cannot be written, or no port is free
     */
    public static PracticeSession start(Path dir, Clock clock, PracticeListener listener)
            throws IOException, InterruptedException {
        RunLock lock = lock(dir);
        boolean started = false;
        try {
            PracticeSession session = begin(dir, lock, clock, listener);
            started = true;
            return session;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static RunLock lock(Path dir) throws IOException {
        try {
            return RunLock.take(dir, dir);
        } catch (SignerException e) {
            throw new PracticeInUseException(dir, e);
        }
    }

    private static PracticeSession begin(Path dir, RunLock lock, Clock clock, PracticeListener listener)
            throws IOException, InterruptedException {
        try {
            delete(dir, OF_ONE_SESSION);
            PracticeFolder folder = PracticeFolder.init(dir, clock);
            if (lastsLong(folder, clock)) {
                return begin(folder, lock, clock, listener);
            }
        } catch (IOException e) {
            // The lock is ours: where a port is taken, no practice has it, and another CA has another port.
            LOG.info("practice is made anew: {}", e.getClass().getSimpleName());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        delete(dir, OF_ONE_SESSION);
        delete(dir, OF_ALL_SESSIONS);
        return begin(PracticeFolder.init(dir, clock), lock, clock, listener);
    }

    private static void delete(Path dir, List<String> names) throws IOException {
        for (String name : names) {
            FolderTree.delete(dir.resolve(name));
        }
    }

    private static boolean lastsLong(PracticeFolder folder, Clock clock) throws IOException {
        Instant end = folder.official(Jabatan.PPSPM.name())
                .key()
                .certificate()
                .getNotAfter()
                .toInstant();
        return end.isAfter(clock.instant().plus(ENOUGH));
    }

    private static PracticeSession begin(PracticeFolder folder, RunLock lock, Clock clock, PracticeListener listener)
            throws IOException {
        listener.done(Stage.PREPARED, folder.dir().toString());
        PracticeWorld world = PracticeWorld.start(folder, folder.dir().resolve(DATA), 0, clock);
        boolean ready = false;
        try {
            listener.done(Stage.SERVERS_UP, world.addresses().espm().toString());
            PracticeStaff staff = PracticeStaff.of(folder, clock);
            SettingsFolder settings = new SettingsFolder(folder.dir().resolve(WORKPLACE));
            new PracticeWorkplace(folder, clock).write(settings, world.addresses(), staff.ppspm());
            PracticeSession session = new PracticeSession(folder, world, lock, settings, staff);
            ready = true;
            return session;
        } finally {
            if (!ready) {
                world.close();
            }
        }
    }

    /** Where everything of this workplace lies. */
    public SettingsFolder settings() {
        return settings;
    }

    /** As whom practice begins: the PPSPM, who signs SPM. */
    public PracticePerson person() {
        return staff.ppspm();
    }

    /** One package of each jenis, SPM first. */
    public List<PracticeSample> samples() {
        return staff.samples();
    }

    /** KPPN's inbox, for a browser. */
    public URI inbox() {
        return world.addresses().inbox();
    }

    /** The security code that was mailed last in this session. */
    public Optional<PracticeCode> newestCode() throws IOException {
        for (Mail mail : Mailbox.newest(folder.mailbox(), 1)) {
            return mail.code().map(code -> new PracticeCode(code, mail.about().orElse("")));
        }
        return Optional.empty();
    }

    /** Stops the servers, which may take seconds. */
    @Override
    public void close() throws IOException {
        try (lock) {
            world.close();
        }
    }
}
