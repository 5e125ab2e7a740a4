package id.espm.app.draft;

import id.espm.signer.Difference;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.FileSorting;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.PackageDetails;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A package under work: files from anywhere, what is said of them, and what the official answered and accepted.
 *
 * @param id       by which it is found again
 * @param changed  when it was last changed
 * @param folder   where it came from; empty where its files were taken one by one
 * @param details  what the fields say
 * @param fixed    the details that the package says itself, which cannot be changed
 * @param files    with the places that were said
 * @param nomor    the numbers of documents that are not simply their names
 * @param accepted the differences between ADK and PDFs that were confirmed, as {@link #key} names them
 * @param looks    how the signatures will be seen, by document; in others they will not
 */
public record Draft(
        UUID id,
        Instant changed,
        Optional<Path> folder,
        PackageDetails details,
        Set<Detail> fixed,
        List<DraftFile> files,
        Map<String, List<String>> nomor,
        Set<String> accepted,
        Map<Path, DraftLook> looks) {
    public Draft {
        fixed = Set.copyOf(fixed);
        files = List.copyOf(files);
        nomor = Map.copyOf(nomor);
        accepted = Set.copyOf(accepted);
        Set<Path> mine = files.stream().map(DraftFile::path).collect(Collectors.toSet());
        looks = looks.entrySet().stream()
                .filter(look -> mine.contains(look.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An empty one. */
    public static Draft empty(PackageDetails details, Instant now) {
        return new Builder(UUID.randomUUID(), now).details(details).build();
    }

    /** Whether there is nothing in it that would be missed. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Its folder, or the first of its files. */
    public Optional<Path> source() {
        return folder.or(() -> files.stream().findFirst().map(DraftFile::path));
    }

    /** Puts its files together; without a jenis nobody can tell. */
    public Optional<Sorted> sorted() {
        return details.jenis()
                .map(jenis ->
                        FileSorting.sort(files.stream().map(DraftFile::offered).toList(), kinds(), nomor, jenis));
    }

    private Map<Path, FileKind> kinds() {
        Map<Path, FileKind> kinds = new HashMap<>();
        files.forEach(file -> kinds.put(file.path(), file.kind()));
        return kinds;
    }

    /** The files that are not what they were, or are gone. */
    public Map<Path, FileStamp.Change> changes() {
        Map<Path, FileStamp.Change> changes = new HashMap<>();
        for (DraftFile file : files) {
            FileStamp.Change change = file.look();
            if (change != FileStamp.Change.NONE) {
                changes.put(file.path(), change);
            }
        }
        return changes;
    }

    /** Whether a difference was confirmed. */
    public boolean accepts(Difference difference) {
        return accepted.contains(key(difference));
    }

    /** The same for a difference that says the same, so that nothing is taken as confirmed that changed since. */
    public static String key(Difference difference) {
        String pdf = difference
                .pdf()
                .map(path -> Objects.toString(path.getFileName()))
                .orElse("");
        return String.join(
                "|",
                difference.nomor(),
                difference.aspect().name(),
                pdf,
                difference.inAdk(),
                difference.found().orElse(""));
    }

    /** Further files; one that is there already is not taken twice. */
    public Draft with(List<DraftFile> more) {
        Set<Path> known = files.stream().map(file -> normal(file.path())).collect(Collectors.toSet());
        List<DraftFile> all = new ArrayList<>(files);
        for (DraftFile file : more) {
            if (known.add(normal(file.path()))) {
                all.add(file);
            }
        }
        return change().files(all).build();
    }

    /** The same without some of its files. */
    public Draft without(Set<Path> gone) {
        return change().files(files.stream()
                        .filter(file -> !gone.contains(file.path()))
                        .toList())
                .build();
    }

    /** One path for each file, however it was named. */
    public static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Begins another one that is like this. */
    public Builder change() {
        return new Builder(id, changed)
                .folder(folder)
                .details(details)
                .fixed(fixed)
                .files(files)
                .nomor(nomor)
                .accepted(accepted)
                .looks(looks);
    }

    /** Collects what a draft holds; by default it is empty. */
    public static final class Builder {
        private UUID id;
        private Instant changed;
        private Optional<Path> folder = Optional.empty();
        private PackageDetails details = PackageDetails.none();
        private Set<Detail> fixed = Set.of();
        private List<DraftFile> files = List.of();
        private Map<String, List<String>> nomor = Map.of();
        private Set<String> accepted = Set.of();
        private Map<Path, DraftLook> looks = Map.of();

        public Builder(UUID id, Instant changed) {
            this.id = id;
            this.changed = changed;
        }

        /** Another draft of its own. */
        public Builder anew(Instant now) {
            id = UUID.randomUUID();
            changed = now;
            return this;
        }

        public Builder changed(Instant value) {
            changed = value;
            return this;
        }

        public Builder folder(Optional<Path> value) {
            folder = value;
            return this;
        }

        public Builder details(PackageDetails value) {
            details = value;
            return this;
        }

        public Builder fixed(Set<Detail> value) {
            fixed = value;
            return this;
        }

        public Builder files(List<DraftFile> value) {
            files = value;
            return this;
        }

        public Builder nomor(Map<String, List<String>> value) {
            nomor = value;
            return this;
        }

        public Builder accepted(Set<String> value) {
            accepted = value;
            return this;
        }

        /** Those of documents that are not among the files are left out. */
        public Builder looks(Map<Path, DraftLook> value) {
            looks = value;
            return this;
        }

        public Draft build() {
            return new Draft(id, changed, folder, details, fixed, files, nomor, accepted, looks);
        }
    }
}
