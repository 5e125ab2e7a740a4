package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFile;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.OfferedFile.Place;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.PackageSplit;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Divides a draft with too many SPM into as many as are needed (PER-10/PB/2018 Pasal 6(2)). */
final class DraftSplit {
    private final PackageSplit split;

    DraftSplit(Rules rules) {
        this.split = new PackageSplit(rules);
    }

    /** The first part keeps the draft's id; a draft that needs no dividing is its only part. */
    List<Draft> split(Draft draft, Instant now) {
        Optional<Sorted> sorted = draft.sorted();
        Optional<Path> source = draft.source();
        if (sorted.isEmpty() || source.isEmpty()) {
            return List.of(draft);
        }
        Map<Path, Place> places = places(sorted.get());
        List<Draft> parts = new ArrayList<>();
        for (SigningPackage part : split.split(
                new SigningPackage(source.get(), draft.details(), sorted.get().list()))) {
            Set<Path> files = new HashSet<>();
            part.dokumen().forEach(document -> Slot.files(document).forEach(files::add));
            List<DraftFile> its = draft.files().stream()
                    .filter(file -> files.contains(file.path()))
                    .map(file -> file.at(places.getOrDefault(file.path(), new Place.LeftOut())))
                    .toList();
            Draft.Builder builder = draft.change().files(its);
            parts.add((parts.isEmpty() ? builder : builder.anew(now)).build());
        }
        return parts;
    }

    /** A file that found its document among all must not be asked about among fewer. */
    private static Map<Path, Place> places(Sorted sorted) {
        Map<Path, Place> places = new HashMap<>();
        sorted.documents().forEach((String name, PackageDocument document) -> {
            document.adk().ifPresent(adk -> places.put(adk, new Place.Adk(name)));
            document.lampiran().forEach(pdf -> places.put(pdf, new Place.Lampiran(name)));
        });
        return places;
    }
}
