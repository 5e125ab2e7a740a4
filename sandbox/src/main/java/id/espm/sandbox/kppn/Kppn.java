package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.OriginalAdk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * KPPN's people at work on what eSPM accepted: they download (which is "diterima", PER-10/PB/2018 Pasal 7(5)), run
 * Konversi, finish or reject. Safe for use by several threads.
 */
public final class Kppn {
    private final SubmissionDesk desk;
    private final DssJudge judge;

    /**
     * KPPN over a desk.
     *
     * @param desk eSPM's store, as far as KPPN sees it
     * @param judge who says what the signatures are worth
     */
    public Kppn(SubmissionDesk desk, DssJudge judge) {
        this.desk = desk;
        this.judge = judge;
    }

    /** Everything that eSPM accepted, the newest first. */
    public List<InboxItem> inbox() {
        return desk.accepted();
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
        Files.createDirectories(dir);
        Path folder = dir.resolve(id);
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path part = Files.createTempDirectory(dir, "." + id);
        try {
            Judgement judgement = unpack(item, part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            receive(item);
            return new ReceivedPackage(
                    item(id),
                    folder,
                    folder.resolve(item.fileName()),
                    list(folder.resolve("adk")),
                    list(folder.resolve("lampiran")),
                    judgement,
                    folder.resolve(VerdictFile.NAME));
        } finally {
            deleteIfThere(part);
        }
    }

    /**
     * The next stage of processing begins.
     *
     * @param tahap name of the stage, e.g. {@code Konversi} or {@code SPAN}
     * @throws IllegalStateException when the submission was not downloaded yet, or is finished
     */
    public void process(String id, String tahap) {
        desk.advance(id, SubmissionStatus.PROCESSING, tahap);
    }

    /** Konversi begins, the first stage. */
    public void konversi(String id) {
        process(id, "Konversi");
    }

    /** Approved. */
    public void done(String id) {
        desk.advance(id, SubmissionStatus.DONE, "");
    }

    /**
     * Refused; the numbers may then be sent anew.
     *
     * @param alasan the reason that the satker reads
     */
    public void reject(String id, String alasan) {
        if (alasan.isBlank()) {
            throw new IllegalArgumentException("a rejection needs a reason");
        }
        desk.advance(id, SubmissionStatus.REJECTED, alasan);
    }

    private InboxItem item(String id) throws NoSuchFileException {
        return desk.find(id).orElseThrow(() -> new NoSuchFileException(id));
    }

    private void receive(InboxItem item) {
        if (item.status() == SubmissionStatus.SENT) {
            try {
                desk.advance(item.id(), SubmissionStatus.RECEIVED, "");
            } catch (IllegalStateException e) {
                // A second operator downloaded it in the same moment: it is received all the same.
                if (desk.find(item.id())
                        .filter(i -> i.status() == SubmissionStatus.SENT)
                        .isPresent()) {
                    throw e;
                }
            }
        }
    }

    private Judgement unpack(InboxItem item, Path folder) throws IOException {
        Path bundle = folder.resolve(item.fileName());
        Files.copy(desk.bundle(item.id()), bundle);
        Files.createDirectory(folder.resolve("adk"));
        Files.createDirectory(folder.resolve("lampiran"));
        try (BundleFiles files = BundleFiles.open(bundle)) {
            for (String entry : files.names("adk/")) {
                Path adk = folder.resolve(entry.substring(0, entry.length() - ".p7m".length()));
                try (OutputStream out = Files.newOutputStream(adk)) {
                    OriginalAdk.copy(files.file(entry), entry, out);
                }
            }
            for (String entry : files.names("lampiran/")) {
                Files.copy(files.file(entry), folder.resolve(entry));
            }
            Judgement judgement = judge.judgeBundle(bundle, files);
            VerdictFile.write(folder, item, judgement);
            return judgement;
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
