package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.OriginalAdk;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * KPPN's people at work on what eSPM accepted: they download (which is "diterima", PER-10/PB/2018 Pasal 7(5)), run
 * Konversi, finish or reject. Safe for use by several threads; where two operators do the same at once, the second gets a
 * {@link StateConflictException}.
 */
public final class Kppn {
    /** The first stage of processing: the ADK becomes data of SPAN. */
    public static final String KONVERSI = "Konversi";

    /** The stage in which SPAN has it. */
    public static final String SPAN = "SPAN";

    /** Longest reason of a rejection, in characters. */
    public static final int MAX_ALASAN = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Kppn.class);

    private final SubmissionDesk desk;
    private final Verdicts verdicts;
    private final Path folder;

    /**
     * KPPN over a desk.
     *
     * @param desk eSPM's store, as far as KPPN sees it
     * @param verdicts who says what the signatures are worth
     * @param folder where {@link #receive} downloads to; made when it is needed
     */
    public Kppn(SubmissionDesk desk, Verdicts verdicts, Path folder) {
        this.desk = desk;
        this.verdicts = verdicts;
        this.folder = folder;
    }

    /** Everything that eSPM accepted, the newest first. */
    public List<InboxItem> inbox() {
        return desk.accepted();
    }

    /** One of {@link #inbox()}. */
    public Optional<InboxItem> find(String id) {
        return desk.find(id);
    }

    /** What happened to a submission so far, oldest first. */
    public List<StatusChange> history(InboxItem item) {
        return desk.history(item.id());
    }

    /** What its signatures are worth; does not wait, and begins to judge what was not judged yet. */
    public Verdict verdict(InboxItem item) {
        return verdicts.now(item, desk.bundle(item.id()));
    }

    /** Has its signatures judged anew, as of now. */
    public void judgeAgain(InboxItem item) throws IOException {
        verdicts.forget(item);
    }

    /** The bundle as it was sent; to be read only. */
    public Path bundle(InboxItem item) {
        return desk.bundle(item.id());
    }

    /**
     * Its documents, to look at; that alone receives nothing.
     *
     * @throws UnsafeBundleException when the bundle is hostile or damaged
     */
    public SubmissionFiles open(InboxItem item) throws IOException {
        return SubmissionFiles.open(desk.bundle(item.id()));
    }

    /**
     * Downloads a submission into KPPN's own folder and marks it RECEIVED. A download that lies there
     * already, from a call that was killed before it could mark it, is taken for good.
     *
     * @throws NoSuchFileException when there is no such submission
     * @throws StateConflictException when it is not SENT, for another operator was quicker
     */
    public void receive(String id) throws IOException {
        InboxItem item = item(id);
        if (item.status() != SubmissionStatus.SENT) {
            throw new StateConflictException(id, item.status(), SubmissionStatus.RECEIVED);
        }
        try {
            unpack(item, folder);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} lies in the folder already", id, e);
        }
        desk.advance(id, SubmissionStatus.RECEIVED, "");
    }

    /**
     * Downloads a submission: writes the bundle, the original ADK, the signed PDFs and {@code verdict.json} under
     * {@code dir/<id>}, whole or not at all, and then marks it RECEIVED when it was SENT.
     *
     * @param id a submission of {@link #inbox()}
     * @param dir where the folder is made; it may not exist yet
     * @throws NoSuchFileException when there is no such submission
     * @throws FileAlreadyExistsException when it was downloaded there before
     */
    public ReceivedPackage download(String id, Path dir) throws IOException {
        InboxItem item = item(id);
        Verdict.Judged judged = unpack(item, dir);
        if (item.status() == SubmissionStatus.SENT) {
            markReceived(id);
        }
        Path made = dir.resolve(id);
        return new ReceivedPackage(
                item(id),
                made,
                made.resolve(item.fileName()),
                list(made.resolve("adk")),
                list(made.resolve("lampiran")),
                judged.judgement(),
                made.resolve(VerdictFile.NAME));
    }

    /**
     * The next stage of processing begins.
     *
     * @param tahap name of the stage, e.g. {@link #KONVERSI} or {@link #SPAN}
     * @throws StateConflictException when the submission was not downloaded yet, is finished, or was in that stage before
     */
    public void process(String id, String tahap) {
        desk.advance(id, SubmissionStatus.PROCESSING, tahap);
    }

    /** Konversi begins, the first stage. */
    public void konversi(String id) {
        process(id, KONVERSI);
    }

    /** Approved. */
    public void done(String id) {
        desk.advance(id, SubmissionStatus.DONE, "");
    }

    /**
     * Refused; the numbers may then be sent anew.
     *
     * @param alasan the reason that the satker reads, at most {@link #MAX_ALASAN} characters
     */
    public void reject(String id, String alasan) {
        if (alasan.isBlank() || alasan.length() > MAX_ALASAN) {
            throw new IllegalArgumentException("a rejection needs a reason of at most " + MAX_ALASAN + " characters");
        }
        desk.advance(id, SubmissionStatus.REJECTED, alasan);
    }

    private InboxItem item(String id) throws NoSuchFileException {
        return desk.find(id).orElseThrow(() -> new NoSuchFileException(id));
    }

    /** A second operator who downloaded it in the same moment has received it all the same. */
    private void markReceived(String id) {
        try {
            desk.advance(id, SubmissionStatus.RECEIVED, "");
        } catch (StateConflictException e) {
            if (desk.find(id).filter(i -> i.status() == SubmissionStatus.SENT).isPresent()) {
                throw e;
            }
        }
    }

    private Verdict.Judged unpack(InboxItem item, Path dir) throws IOException {
        Files.createDirectories(dir);
        Path made = dir.resolve(item.id());
        if (Files.exists(made)) {
            throw new FileAlreadyExistsException(made.toString());
        }
        Path part = Files.createTempDirectory(dir, "." + item.id());
        try {
            fill(part, item);
            Verdict.Judged judged = judged(item);
            VerdictFile.write(part.resolve(VerdictFile.NAME), item, judged);
            move(part, made);
            return judged;
        } finally {
            deleteIfThere(part);
        }
    }

    private Verdict.Judged judged(InboxItem item) throws IOException {
        return switch (verdicts.await(item, desk.bundle(item.id()))) {
            case Verdict.Judged judged -> judged;
            case Verdict.Failed failed -> throw new IOException(failed.reason());
            case Verdict.Pending pending -> throw new IllegalStateException("waited for, and still " + pending);
        };
    }

    private void fill(Path part, InboxItem item) throws IOException {
        Path bundle = part.resolve(item.fileName());
        Files.copy(desk.bundle(item.id()), bundle);
        Files.createDirectory(part.resolve("adk"));
        Files.createDirectory(part.resolve("lampiran"));
        try (BundleFiles files = BundleFiles.open(bundle)) {
            for (String entry : files.names("adk/")) {
                Path adk = part.resolve(entry.substring(0, entry.length() - ".p7m".length()));
                try (OutputStream out = Files.newOutputStream(adk)) {
                    OriginalAdk.copy(files.file(entry), entry, out);
                }
            }
            for (String entry : files.names("lampiran/")) {
                Files.copy(files.file(entry), part.resolve(entry));
            }
        }
    }

    private static void move(Path part, Path made) throws IOException {
        try {
            Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(made)) {
                // Another operator downloaded it in the same moment.
                throw new FileAlreadyExistsException(made.toString());
            }
            throw e;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void deleteIfThere(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
