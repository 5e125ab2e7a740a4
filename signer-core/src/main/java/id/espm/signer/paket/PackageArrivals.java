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
 * Packages that arrive in a folder. One counts as arrived when nothing in it has changed for a while and no file in it is called
 * like a copy still under way; after a change it counts as another one. Looks at the folder itself, since network drives do not
 * tell of changes.
 */
public final class PackageArrivals {
    private final PackageFinder finder;
    private final Path folder;
    private final Duration quiet;
    private final LongSupplier nanoTime;
    private final Map<Path, Seen> seen = new HashMap<>();

    /**
     * @param quiet    how long nothing may have changed
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public PackageArrivals(PackageFinder finder, Path folder, Duration quiet, LongSupplier nanoTime) {
        this.finder = finder;
        this.folder = folder;
        this.quiet = quiet;
        this.nanoTime = nanoTime;
    }

    /** A file as it was when it was looked at. */
    private record Stamp(long size, FileTime changed) {}

    /** A package as it was when it last changed. */
    private record Seen(Map<Path, Stamp> files, long since, boolean given) {}

    /** The packages that have arrived since the last call. */
    public List<Path> look() throws IOException {
        List<Path> arrived = new ArrayList<>();
        List<Path> packages = finder.below(folder);
        seen.keySet().retainAll(packages);
        for (Path paket : packages) {
            Optional<Map<Path, Stamp>> files = files(paket);
            if (files.isPresent() && hasArrived(paket, files.get())) {
                arrived.add(paket);
            }
        }
        return arrived;
    }

    private boolean hasArrived(Path paket, Map<Path, Stamp> files) {
        long now = nanoTime.getAsLong();
        Seen before = seen.get(paket);
        if (before == null || !before.files().equals(files)) {
            seen.put(paket, new Seen(files, now, false));
            return false;
        }
        boolean settled = now - before.since() >= quiet.toNanos()
                && files.keySet().stream().noneMatch(DocumentName::isUnfinished);
        if (before.given() || !settled) {
            return false;
        }
        seen.put(paket, new Seen(files, before.since(), true));
        return true;
    }

    /** Empty while something is being moved away. */
    private static Optional<Map<Path, Stamp>> files(Path paket) throws IOException {
        Map<Path, Stamp> files = new TreeMap<>();
        try {
            for (Path file : FolderFiles.below(paket)) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
            Path description = paket.resolve(PackageDescription.FILE_NAME);
            if (Files.exists(description)) {
                files.put(description, new Stamp(Files.size(description), Files.getLastModifiedTime(description)));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(files);
    }
}
