package id.espm.signer.paket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What arrives in a folder: packages, or single files. One counts as arrived when nothing in it has changed for a while and no
 * file in it is called like a copy still under way; after a change it counts as another one. Looks at the folder itself, since
 * network drives do not tell of changes.
 */
public final class Arrivals {
    private final Finder finder;
    private final Content content;
    private final Duration quiet;
    private final LongSupplier nanoTime;
    private final Map<Path, Seen> seen = new HashMap<>();

    private Arrivals(Finder finder, Content content, Duration quiet, LongSupplier nanoTime) {
        this.finder = finder;
        this.content = content;
        this.quiet = quiet;
        this.nanoTime = nanoTime;
    }

    /** What is there now. */
    @FunctionalInterface
    public interface Finder {
        List<Path> find() throws IOException;
    }

    /** The files of one thing that was found. */
    @FunctionalInterface
    private interface Content {
        List<Path> of(Path found) throws IOException;
    }

    /**
     * Packages below a folder.
     *
     * @param quiet    how long nothing may have changed
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public static Arrivals ofPackages(PackageFinder finder, Path folder, Duration quiet, LongSupplier nanoTime) {
        return new Arrivals(() -> finder.below(folder), Arrivals::filesOf, quiet, nanoTime);
    }

    /** Files, each for itself; the rest as for packages. */
    public static Arrivals ofFiles(Finder finder, Duration quiet, LongSupplier nanoTime) {
        return new Arrivals(finder, List::of, quiet, nanoTime);
    }

    /** A file as it was when it was looked at. */
    private record Stamp(long size, FileTime changed) {}

    /** What was found as it was when it last changed. */
    private record Seen(Map<Path, Stamp> files, long since, boolean given) {}

    /** What has arrived since the last call. */
    public List<Path> look() throws IOException {
        List<Path> arrived = new ArrayList<>();
        List<Path> found = finder.find();
        seen.keySet().retainAll(found);
        for (Path one : found) {
            Optional<Map<Path, Stamp>> files = files(one);
            if (files.isPresent() && hasArrived(one, files.get())) {
                arrived.add(one);
            }
        }
        return arrived;
    }

    private boolean hasArrived(Path one, Map<Path, Stamp> files) {
        long now = nanoTime.getAsLong();
        Seen before = seen.get(one);
        if (before == null || !before.files().equals(files)) {
            seen.put(one, new Seen(files, now, false));
            return false;
        }
        boolean settled = now - before.since() >= quiet.toNanos()
                && files.keySet().stream().noneMatch(DocumentName::isUnfinished);
        if (before.given() || !settled) {
            return false;
        }
        seen.put(one, new Seen(files, before.since(), true));
        return true;
    }

    /** Empty while something is being moved away. */
    private Optional<Map<Path, Stamp>> files(Path one) throws IOException {
        Map<Path, Stamp> files = new TreeMap<>();
        try {
            for (Path file : content.of(one)) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(files);
    }

    private static List<Path> filesOf(Path paket) throws IOException {
        List<Path> files = new ArrayList<>(FolderFiles.below(paket));
        Path description = paket.resolve(PackageDescription.FILE_NAME);
        if (Files.exists(description)) {
            files.add(description);
        }
        return files;
    }
}
