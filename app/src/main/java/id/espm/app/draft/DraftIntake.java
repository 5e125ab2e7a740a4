package id.espm.app.draft;

import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.OfferedFile;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFinder;
import id.espm.signer.paket.PackageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes in what somebody dropped or picked: files, folders, folders full of packages. */
public final class DraftIntake {
    private final PackageDetails profile;
    private final InstantSource clock;

    /** @param profile what is said of a package that does not say it itself */
    public DraftIntake(PackageDetails profile, InstantSource clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * What was taken in.
     *
     * @param packages that stand by themselves, since a folder says so
     * @param files    that belong to whatever package is under work
     * @param folder   the only folder that the files came from; empty where there is none, or several
     * @param doubts   folders that may be one package or several
     * @param refused  what must not be signed, with the reason
     */
    public record Taken(
            List<Draft> packages,
            List<DraftFile> files,
            Optional<Path> folder,
            List<Doubt> doubts,
            List<Refused> refused) {
        public Taken {
            packages = List.copyOf(packages);
            files = List.copyOf(files);
            doubts = List.copyOf(doubts);
            refused = List.copyOf(refused);
        }
    }

    /** A folder that holds nothing but folders: each may be an SPM of one package, or a package. */
    public record Doubt(Path folder, List<Path> parts) {
        public Doubt {
            parts = List.copyOf(parts);
        }
    }

    /** A file or folder that was not taken. */
    public record Refused(Path path, Problem problem) {}

    /** Looks at each of them; what one is does not depend on the others. */
    public Taken take(List<Path> dropped) {
        Collecting all = new Collecting();
        for (Path path : dropped) {
            try {
                take(path, all);
            } catch (SignerException e) {
                all.refused.add(new Refused(path, e.problem()));
            } catch (IOException e) {
                all.refused.add(new Refused(path, new Problem.FileUnreadable(path)));
            }
        }
        return all.taken();
    }

    /**
     * Takes in a folder of which it was not clear whether it is one package or several.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public Taken settle(Doubt doubt, boolean several) throws SignerException {
        List<Draft> packages = new ArrayList<>();
        for (Path folder : several ? doubt.parts() : List.of(doubt.folder())) {
            packages.add(one(folder));
        }
        return new Taken(packages, List.of(), Optional.empty(), List.of(), List.of());
    }

    private Draft one(Path folder) throws SignerException {
        PackageFolder.Offer offer = PackageFolder.offer(folder);
        return new Draft.Builder(UUID.randomUUID(), clock.instant())
                .folder(Optional.of(folder))
                .details(offer.said().orElse(profile))
                .fixed(said(offer.said()))
                .files(offer.files().stream().map(DraftFile::read).toList())
                .nomor(offer.nomor())
                .build();
    }

    private void take(Path path, Collecting all) throws SignerException, IOException {
        if (!Files.isDirectory(path)) {
            FileKind.fit(path);
            all.files.add(DraftFile.read(OfferedFile.single(path)));
            return;
        }
        if (PackageFolder.isDescribed(path)) {
            all.packages.add(one(path));
            return;
        }
        PackageFinder finder = new PackageFinder(path.resolve("ditandatangani"));
        List<Path> parts = finder.below(path);
        if (parts.stream().anyMatch(PackageFolder::isDescribed)) {
            for (Path part : parts) {
                all.packages.add(one(part));
            }
        } else if (parts.size() > 1 && finder.loose(path).isEmpty()) {
            all.doubts.add(new Doubt(path, parts));
        } else {
            all.folder(path, PackageFolder.offer(path).files());
        }
    }

    private static Set<Detail> said(PackageDetails details) {
        Set<Detail> known = EnumSet.noneOf(Detail.class);
        details.jenis().ifPresent(v -> known.add(Detail.JENIS));
        details.satker().ifPresent(v -> known.add(Detail.SATKER));
        details.kppn().ifPresent(v -> known.add(Detail.KPPN));
        details.tahun().ifPresent(v -> known.add(Detail.TAHUN));
        details.jabatan().ifPresent(v -> known.add(Detail.JABATAN));
        details.lokasi().ifPresent(v -> known.add(Detail.LOKASI));
        return known;
    }

    private static final class Collecting {
        private final List<Draft> packages = new ArrayList<>();
        private final List<DraftFile> files = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        /** Each file for itself: a key among them is named, and the rest is taken. */
        void folder(Path folder, List<OfferedFile> offered) {
            folders.add(folder);
            for (OfferedFile file : offered) {
                try {
                    FileKind.fit(file.path());
                    files.add(DraftFile.read(file));
                } catch (SignerException e) {
                    refused.add(new Refused(file.path(), e.problem()));
                }
            }
        }

        Taken taken() {
            Optional<Path> folder = folders.size() == 1 ? Optional.of(folders.getFirst()) : Optional.empty();
            return new Taken(packages, files, folder, doubts, refused);
        }
    }
}
